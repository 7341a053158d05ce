from __future__ import annotations

import pytest

from huiyao.recognize.outlook import is_future, is_wish, looks_ahead, plans
from reading import passages


def ahead(text: str) -> list[str]:
    page = passages(text)
    return [page.text[span.slice].strip() for span in plans(page)]


def test_a_plan_ends_where_the_next_section_of_its_level_begins() -> None:
    text = (
        "东海市茶叶协会年报\n一、2023年工作回顾\n成立茶叶分会。\n二、2024年工作计划\n（一）提高素质\n培训茶农两千人次。\n"
        "三、存在的问题\n覆盖面不广。\n"
    )
    assert ahead(text) == ["二、2024年工作计划\n（一）提高素质\n培训茶农两千人次。"]


def test_a_paragraph_may_announce_what_is_to_come() -> None:
    text = (
        "东海市茶叶协会年报\n善款募集稳中有升。\n2024年，我们将重点抓好以下工作：一是募集善款，二是培训慈善工作者。\n"
    )
    assert len(ahead(text)) == 1


@pytest.mark.parametrize("heading", ["一、2023年工作计划完成情况", "一、计划执行情况", "一、2023年工作总结"])
def test_what_came_of_a_plan_is_no_plan(heading: str) -> None:
    assert ahead(f"东海市茶叶协会年报\n{heading}\n培训茶农两千人次。\n") == []


@pytest.mark.parametrize("words", ["下一步将", "拟于明年", "希望协会", "力争年内", "要尽快"])
def test_words_before_a_verb_put_it_in_the_future(words: str) -> None:
    assert is_future(words)


@pytest.mark.parametrize("words", ["会议决定将", "会上还", "要求各单位后", "随后", "大会同意拟议的"])
def test_what_is_decided_or_done_is_not_the_future(words: str) -> None:
    assert not is_future(words)


def test_a_wish_covers_the_clauses_that_follow() -> None:
    assert is_wish("希望协会加强交流，")
    assert not is_wish("会议一致同意了他的希望，并决定，")


def test_a_sentence_that_opens_on_the_future_stays_there() -> None:
    assert looks_ahead("今后五年，会员翻一番")
    assert not looks_ahead("近五年，会员翻了一番")
