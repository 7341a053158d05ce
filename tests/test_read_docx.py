from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from huiyao.errors import InputError
from huiyao.read import decode
from media import docx, paragraph

LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="7">'
    + LEVEL.format(0, "chineseCounting", "%1、")
    + LEVEL.format(1, "decimal", "%2.")
    + LEVEL.format(2, "bullet", "•")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
)


def numbered(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


def lines(data: bytes) -> list[str]:
    return decode(data, "a.docx").text.split("\n")


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_paragraphs_are_lines() -> None:
    report = decode(docx(paragraph("会议纪要") + paragraph("") + paragraph("会长卢照致辞。")), "a.docx")
    assert report.text == "会议纪要\n\n会长卢照致辞。"
    assert report.media_type.endswith("wordprocessingml.document")


def test_automatic_numbers_are_counted() -> None:
    body = "".join(
        paragraph(text, numbered(level))
        for level, text in ((0, "议程"), (1, "报告"), (1, "选举"), (0, "决议"), (1, "章程"), (2, "附件"))
    )
    assert lines(docx(body, numbering=NUMBERING)) == ["一、议程", "1.报告", "2.选举", "二、决议", "1.章程", "•附件"]


def test_a_number_can_come_with_a_style() -> None:
    styles = (
        f'<w:style w:styleId="base"><w:pPr>{numbered(0)}</w:pPr></w:style>'
        '<w:style w:styleId="heading"><w:basedOn w:val="base"/></w:style>'
    )
    body = paragraph("议程", '<w:pStyle w:val="heading"/>') + paragraph("决议", '<w:pStyle w:val="heading"/>')
    assert lines(docx(body, numbering=NUMBERING, styles=styles)) == ["一、议程", "二、决议"]


def test_tables_are_read_in_their_place_row_by_row() -> None:
    start, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        f"<w:tr>{cell('单位')}{cell('姓名')}</w:tr>"
        f"<w:tr>{cell('临江茶厂', start)}{cell('卢照')}</w:tr>"
        f"<w:tr>{cell('', goes_on)}{cell('于飞')}</w:tr>"
    )
    found = lines(docx(paragraph("名单") + f"<w:tbl>{rows}</w:tbl>" + paragraph("完")))
    assert found == ["名单", "单位\t姓名", "临江茶厂\t卢照", "临江茶厂\t于飞", "完"]


def test_headers_come_first_and_page_numbers_nowhere() -> None:
    data = docx(
        paragraph("会议纪要"),
        header1=paragraph("临江市茶业协会文件"),
        header2=paragraph("临江市茶业协会文件"),
        header3=paragraph("第 1 页 共 3 页"),
        footnotes=f"<w:footnote>{paragraph('注：会长为代理。')}</w:footnote>",
    )
    assert lines(data) == ["临江市茶业协会文件", "会议纪要", "注：会长为代理。"]


def test_deleted_text_and_field_codes_are_not_read_breaks_and_tabs_are() -> None:
    body = (
        "<w:p><w:r><w:t>会长</w:t><w:tab/><w:t>卢照</w:t><w:br/><w:instrText>PAGE</w:instrText><w:t>致辞</w:t></w:r>"
        "<w:del><w:r><w:t>旧</w:t></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>"
    )
    assert lines(docx(body)) == ["会长\t卢照", "致辞新"]


def broken_inside() -> bytes:
    """A document whose packed text has a wrong byte, as after a failed download."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "会议纪要" * 1000)
    data = bytearray(file.getvalue())
    at = data.index(b"document.xml") + len("document.xml")
    data[at : at + 4] = b"\xff" * 4
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [
        docx("")[:-30],
        docx("<w:p>"),
        broken_inside(),
        docx("<w:tbl><w:tr>" + cell("会长", '<w:gridSpan w:val="two"/>') + "</w:tr></w:tbl>"),
        docx("<w:sdt>" * 5000 + "</w:sdt>" * 5000),
    ],
    ids=["short", "unclosed", "broken inside", "no number", "deep"],
)
def test_a_damaged_document_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="damaged"):
        decode(data, "a.docx")


def test_an_empty_document_is_refused() -> None:
    with pytest.raises(InputError, match="has no text"):
        decode(docx(paragraph("")), "a.docx")
