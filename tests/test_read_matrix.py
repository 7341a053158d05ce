"""One report in every form in which people keep it gives the same facts."""

from __future__ import annotations

from email.message import EmailMessage
from html import escape

import pytest

from huiyao import normalize, pipeline
from huiyao.lexicon import bundled
from huiyao.read import decode, from_text
from huiyao.records import Report
from media import docx, paragraph, pdf, workbook

TEXT = """临江市茶业协会召开第三届会员大会
来源：协会秘书处　时间：2023-05-08
5月6日上午，临江市茶业协会第三届会员大会在市会展中心召开，应到会员70人，实到66人。
大会由协会秘书长方小圆主持，会长卢照作工作报告，临江市农业农村局副局长欧阳文静出席会议并讲话。
会议审议通过了《章程》修正案，选举于飞为监事长，全年培训茶农3200人次。
"""
PAGE = (
    f"<html><head><title>{TEXT.splitlines()[0]}</title></head><body><ul><li><a>首页</a><li><a>新闻</a></ul><div>"
    + "".join(f"<p>{escape(line)}</p>" for line in TEXT.splitlines())
    + "</div></body></html>"
)


TRADITIONAL = """臨江市茶業協會召開第三屆會員大會
來源：協會秘書處　時間：2023-05-08
5月6日上午，臨江市茶業協會第三屆會員大會在市會展中心召開，應到會員70人，實到66人。
大會由協會秘書長方小圓主持，會長盧照作工作報告，臨江市農業農村局副局長歐陽文靜出席會議並講話。
會議審議通過了《章程》修正案，選舉於飛為監事長，全年培訓茶農3200人次。
"""


def message(text: str, subtype: str) -> bytes:
    mail = EmailMessage()
    mail["Subject"] = "纪要"
    mail.set_content(text, subtype=subtype, charset="gb18030", cte="base64")
    return mail.as_bytes()


def printed() -> bytes:
    """A page of paper with lines of 36 characters."""
    lines = [line[at : at + 36] for line in TEXT.splitlines() for at in range(0, len(line), 36)]
    return pdf([[(80, 80 + 24 * number, line) for number, line in enumerate(lines)]])


FORMS = {
    "utf-8": TEXT.encode(),
    "utf-8 with mark": TEXT.encode("utf-8-sig"),
    "windows lines": TEXT.replace("\n", "\r\n").encode(),
    "gb18030": TEXT.encode("gb18030"),
    "big5": TRADITIONAL.encode("big5"),
    "utf-16 with mark": TEXT.encode("utf-16"),
    "utf-16-be": TEXT.encode("utf-16-be"),
    "html": PAGE.encode(),
    "html in gbk": PAGE.encode("gbk"),
    "docx": docx("".join(paragraph(line) for line in TEXT.splitlines())),
    "mail": message(TEXT, "plain"),
    "web archive": message(PAGE, "html"),
    "xlsx": workbook(纪要=[[line] for line in TEXT.splitlines()]),
    "pdf": printed(),
}


def facts(report: Report) -> dict[str, object]:
    """What a summary says, with the words that its spans cut from the report's text in place of the spans."""
    summary = pipeline.run(report).to_dict()
    del summary["source"]
    return {key: _cut(value, report.text) for key, value in summary.items()}


def _cut(value: object, text: str) -> object:
    if isinstance(value, dict):
        return {
            key: [clean(text[slice(*span)]) for span in each] if key == "spans" else _cut(each, text)
            for key, each in value.items()
        }
    return [_cut(each, text) for each in value] if isinstance(value, list) else value


def clean(text: str) -> str:
    return normalize.run(from_text(text), bundled()).text.strip()


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_text_and_facts(form: str) -> None:
    report, wanted = decode(FORMS[form], "report"), from_text(TEXT)
    assert clean(report.text) == clean(TEXT)
    assert facts(report) == facts(wanted)
    assert facts(wanted)["people"]
