from __future__ import annotations

from time import process_time

import pytest

from huiyao.read import decode

WORDS = ["首页", "概况", "新闻", "会员", "党建"]
NAVIGATION = "<ul>" + "".join(f"<li><a href=/{word}>{word}</a></li>" for word in WORDS) + "</ul>"
PROSE = [
    "5月6日上午，临江市茶业协会第三届会员大会在市会展中心召开，应到会员70人，实到66人。",
    "会长卢照作工作报告，秘书长方小圆主持会议，会议审议通过了《章程》修正案。",
]
ARTICLE = "".join(f"<p>&nbsp;&nbsp;{text}</p>" for text in PROSE)
TITLE = "临江市茶业协会召开第三届会员大会"


def text_of(page: str, encoding: str = "utf-8") -> str:
    return decode(page.encode(encoding), "a.html").text.replace("\xa0", "")


def page(body: str, head: str = f"<title>{TITLE} - 临江茶业网</title>") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def test_the_report_is_read_without_navigation_lists_and_footer() -> None:
    links = "".join(f"<li><a>{word}协会召开理事会会议</a><span>2023-05-01</span></li>" for word in "甲乙丙")
    found = text_of(
        page(
            f"<div id=top>{NAVIGATION}</div><div class=left>{NAVIGATION}</div>"
            f"<div class=main><h1>{TITLE}</h1><div>来源：协会秘书处 时间：2023-05-08</div>{ARTICLE}"
            "<p>（通讯员 余音）</p></div>"
            f"<div class=more><h3>相关新闻</h3><ul>{links}</ul></div>"
            "<div class=foot>版权所有：临江市茶业协会 地址：临江市人民路1号 邮编：000000 技术支持：某某科技</div>"
        )
    )
    assert found.split("\n") == [TITLE, "来源：协会秘书处 时间：2023-05-08", *PROSE, "（通讯员 余音）"]


def test_title_date_and_source_are_found_outside_the_report() -> None:
    body = f"<div><div>{TITLE}</div><div>发布时间：2023-05-08</div>{NAVIGATION * 6}</div><div>{ARTICLE}</div>"
    assert text_of(page(body)).split("\n") == [TITLE, "发布时间：2023-05-08", *PROSE]
    head = (
        f"<title>新闻</title><meta name=ArticleTitle content={TITLE}>"
        '<meta name=PubDate content="2023-05-08 09:00"><meta name=ContentSource content=协会>'
    )
    assert text_of(page(f"<div>{ARTICLE}</div>", head)).split("\n") == [
        TITLE,
        "发布时间：2023-05-08 09:00 来源：协会",
        *PROSE,
    ]


def test_a_short_report_s_editor_is_no_date() -> None:
    head = f"<div>{NAVIGATION * 12}<div>{TITLE}</div><div>2023-05-08 09:30 来源：协会</div></div>"
    found = text_of(page(f"{head}<div>{ARTICLE}<p>【责任编辑：方小圆】</p></div>"))
    assert found.split("\n") == [TITLE, "2023-05-08 09:30 来源：协会", *PROSE, "【责任编辑：方小圆】"]


def test_the_site_s_name_is_no_title() -> None:
    name = "临江市茶业协会官网"
    head = f"<title>{TITLE} :: {name}</title>"
    assert text_of(page(f"<h1>{name}</h1><div><h2>{TITLE}</h2>{ARTICLE}</div>", head)).split("\n") == [TITLE, *PROSE]


def test_comments_are_left_out() -> None:
    remarks = "<p>网友甲：这次会议开得很好，希望协会多办这样的活动，支持！</p>" * 9
    body = f"<div><h1>{TITLE}</h1>{ARTICLE}<div class=comment-list>{remarks}</div></div>"
    assert "网友" not in text_of(page(body))
    for heading in ("网友评论", "我要反馈", "为你推荐", "热门推荐", "猜你喜欢"):
        body = f"<div><h1>{TITLE}</h1>{ARTICLE}<p>{heading}</p>{remarks[:80]}</div>"
        assert "网友" not in text_of(page(body))


def test_a_page_without_running_text_is_read_whole_with_a_warning() -> None:
    report = decode(page(NAVIGATION).encode(), "a.html")
    assert report.text.split("\n") == WORDS
    assert report.warnings == ("no main text stands out: all of the page is read",)


def test_a_table_is_read_row_by_row_and_one_that_only_lays_out_is_not() -> None:
    rows = "<tr><th>姓名<th>单位<th>职务<tr><td>卢 照<td>临江茶厂<td>会长<tr><td>于飞<td><p>云岭茶社</p><td>监事"
    found = text_of(page(f"<table><tr><td>{ARTICLE}<table>{rows}</table></td><td>{NAVIGATION}</td></tr></table>"))
    assert found.split("\n")[-3:] == ["姓名\t单位\t职务", "卢 照\t临江茶厂\t会长", "于飞\t云岭茶社\t监事"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_the_bytes_tell_the_encoding_and_not_what_the_page_says(encoding: str) -> None:
    found = text_of(page(ARTICLE, f"<meta charset=gb2312><title>{TITLE}</title>"), encoding)
    assert found.split("\n") == [TITLE, *PROSE]


def test_what_a_browser_does_not_show_is_not_read() -> None:
    hidden = (
        "<script>var a = '协会，会长。'</script><style>p {}</style><!-- 协会 -->"
        "<div style='display: none'>隐藏，的。</div>"
    )
    assert text_of(page(f"<h1>{TITLE}</h1>{hidden}{ARTICLE}")).split("\n") == [TITLE, *PROSE]


def test_readings_over_characters_are_left_out() -> None:
    ruby = (
        "<p><ruby>會<rp>(</rp><rt>huì</rt><rp>)</rp></ruby>長<ruby>盧<rt>lú</rt></ruby>照作工作報告，"
        "會員七十人出席了會議。</p>"
    )
    assert "會長盧照作工作報告" in text_of(page(f"{ruby}{ARTICLE}"))


def test_unclosed_and_crossed_tags_are_borne() -> None:
    body = f"<div><h1>{TITLE}</h1><p>{PROSE[0]}<p><b>{PROSE[1]}</p></b></span></div></table>"
    assert text_of(page(body)).split("\n") == [TITLE, *PROSE]


def test_a_page_nested_beyond_measure_is_borne() -> None:
    assert PROSE[0] in text_of(page("<div><span>" * 5000 + ARTICLE))


@pytest.mark.parametrize("unit", ["<a ", "<a b=c ", '<a title="', "<a /", "<!--", "</a "])
def test_what_is_never_closed_is_read_once(unit: str) -> None:
    started = process_time()
    assert PROSE[0] in text_of(page(ARTICLE) + unit * (60_000 // len(unit)))
    assert process_time() - started < 1


def test_the_kind_is_told_by_the_bytes_before_the_name() -> None:
    report = decode(page(ARTICLE).encode(), "report.txt")
    assert report.media_type == "text/html"
    assert decode("会议<br>纪要".encode(), "report.txt").text == "会议<br>纪要"
