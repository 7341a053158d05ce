"""One report in every form in which people keep it gives the same facts."""

from __future__ import annotations

from email.message import EmailMessage
from html import escape

import pytest

from huiyao import normalize, pipeline
from huiyao.lexicon import bundled
from huiyao.read import decode
from huiyao.records import Report
from media import docx, paragraph

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


def message() -> bytes:
    mail = EmailMessage()
    mail["Subject"] = "纪要"
    mail.set_content(TEXT, charset="gb18030", cte="base64")
    return mail.as_bytes()


FORMS = {
    "utf-8": TEXT.encode(),
    "utf-8 with mark": TEXT.encode("utf-8-sig"),
    "windows lines": TEXT.replace("\n", "\r\n").encode(),
    "gb18030": TEXT.encode("gb18030"),
    "utf-16 with mark": TEXT.encode("utf-16"),
    "utf-16-be": TEXT.encode("utf-16-be"),
    "html": PAGE.encode(),
    "html in gbk": PAGE.encode("gbk"),
    "docx": docx("".join(paragraph(line) for line in TEXT.splitlines())),
    "mail": message(),
}


def facts(report: Report) -> dict[str, object]:
    """What a summary says, without the places that it names."""
    summary = pipeline.run(report).to_dict()
    del summary["source"]
    return {key: _bare(value) for key, value in summary.items()}


def _bare(value: object) -> object:
    if isinstance(value, dict):
        return {key: _bare(each) for key, each in value.items() if key != "spans"}
    return [_bare(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_text_and_facts(form: str) -> None:
    report = decode(FORMS[form], "report")
    wanted = decode(FORMS["utf-8"], "report")
    texts = [normalize.run(each, bundled()).text.strip() for each in (report, wanted)]
    assert texts[0] == texts[1]
    assert facts(report) == facts(wanted)
    assert facts(wanted)["people"]
