from __future__ import annotations

from factory import TEXT, tea
from huiyao.render.labels import Language, labels
from huiyao.render.reasons import about, at, lines, reasons
from huiyao.text import Span

ZH = labels(Language.zh)


def test_every_fact_has_its_reason() -> None:
    kinds = [reason.kind for reason in reasons(tea(), ZH)]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "event": 1,
        "name": 4,
        "post": 5,
        "part": 4,
        "attending": 1,
        "resolution": 2,
        "statistic": 4,
    }


def test_a_person_is_explained_by_name_posts_and_part() -> None:
    found = about(tea(), "沐清泉", ZH)
    assert [(reason.kind, reason.fact) for reason in found] == [
        ("name", "沐清泉"),
        ("post", "沐清泉 东海市茶叶协会 会长"),
        ("post", "沐清泉 云雾茶业有限公司 董事长"),
        ("part", "沐清泉 发言"),
    ]
    assert about(tea(), "沐清", ZH) == []


def test_a_span_is_explained_by_what_it_touches() -> None:
    start = TEXT.index("21家")
    assert [reason.fact for reason in at(tea(), Span(start + 1, start + 2), ZH)] == ["新发展会员单位 21家"]
    assert at(tea(), Span(start + 3, start + 4), ZH) == []


def test_a_figure_is_explained_with_its_change() -> None:
    facts = [reason.fact for reason in reasons(tea(), ZH) if reason.kind == "statistic"]
    assert facts[1] == "会费收入 168.5万元（比上年上升8.3%）"
    facts = [reason.fact for reason in reasons(tea(), labels(Language.en)) if reason.kind == "statistic"]
    assert facts[1] == "会费收入 168.5万元 (up 8.3% on the year before)"


def test_a_reason_shows_rule_words_and_the_sentence_with_marks() -> None:
    summary = tea()
    (reason,) = (reason for reason in reasons(summary, ZH) if reason.fact.startswith("审议"))
    shown = [str(line) for line in lines(reason, summary, width=200, labels=ZH)]
    assert shown == [
        "决议  审议 《2022年度工作报告》",
        "  规则  resolution_adopt.passed",
        "  用词  《2022年度工作报告》",
        "  原句  会议以119票赞成、5票反对、2票弃权通过⟦《2022年度工作报告》⟧，增补郎一鸣为副会长。",
        f"  位置  {TEXT.index('会议以')}:{TEXT.index('2022年新') - 1}",
    ]
