from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyao.gazetteer import org_family, org_suffix, title_family, title_head, title_is_shorter
from huiyao.lexicon import bundled


@pytest.mark.parametrize(
    ("name", "suffix", "family"),
    [
        ("海川市茶业商会", "商会", "association"),
        ("海川市物流协会", "协会", "association"),
        ("海川市物流协会茶叶分会", "分会", "association"),
        ("南江省茶业联合会", "联合会", "association"),
        ("云岭茶业有限公司", "有限公司", "company"),
        ("云岭茶业有限公司（海川）", "有限公司", "company"),
        ("云岭集团", "集团", "company"),
        ("南江大学", "大学", "school"),
        ("海川市商务局", "局", "government"),
        ("邱国栋", None, None),
        ("", None, None),
    ],
)
def test_what_a_name_ends_with_says_what_is_named(name: str, suffix: str | None, family: str | None) -> None:
    assert (org_suffix(name, bundled()), org_family(name, bundled())) == (suffix, family)


@pytest.mark.parametrize(
    ("title", "head", "family"),
    [
        ("会长", "会长", "association"),
        ("常务副会长", "会长", "association"),
        ("原副局长", "局长", "government"),
        ("董事长", "董事长", "company"),
        ("副总经理", "总经理", "company"),
        ("副校长", "校长", "school"),
        ("教授", "教授", "rank"),
        ("记者", "记者", "press"),
        ("茶客", "茶客", "other"),
    ],
)
def test_what_a_title_is_at_heart_says_where_it_belongs(title: str, head: str, family: str) -> None:
    assert (title_head(title, bundled()), title_family(title, bundled())) == (head, family)


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("主席", "专职副主席", True),
        ("主任", "主任委员", True),
        ("主任", "副主任委员", True),
        ("会长", "会长", True),
        ("副会长", "会长", False),
        ("秘书长", "会长", False),
    ],
)
def test_a_title_may_be_a_shorter_way_to_say_another(short: str, long: str, expected: bool) -> None:
    assert title_is_shorter(short, long) is expected


@given(st.text(alphabet="海川茶业商会协局公司集团大学（）副", max_size=10))
def test_a_suffix_is_the_end_of_a_name(name: str) -> None:
    ending = org_suffix(name, bundled())
    assert ending is None or name.rstrip("）").endswith(ending) or f"{ending}（" in name


@given(st.sampled_from(bundled().words("title")), st.sampled_from(bundled().words("title_modifier")))
def test_a_title_ends_with_its_head(head: str, modifier: str) -> None:
    title = modifier + head
    assert title.endswith(title_head(title, bundled()))
    assert title_is_shorter(head, title)
