from __future__ import annotations

import pytest

from huiyao.lexicon import bundled
from huiyao.recognize import slot, title
from people import cuts_of, marked, plain
from reading import passages


def proposed(example: str) -> list[tuple[str, str]]:
    """What stands before and behind the marked stretch, if it is proposed as a name."""
    page = passages(plain(example))
    titles = title.find(page, bundled())
    found = slot.propose(page, titles, cuts_of(page.text), bundled())
    return sorted({(p.before, p.after) for p in found if marked(page.text, [p.span]) == example})


READ = [
    ("海川市茶业商会会长⟦邱国栋⟧主持会议。", "title", "deed"),
    ("云岭集团高级工程师⟦邱国栋⟧到会。", "rank", "deed"),
    ("理事：⟦邱国栋⟧、唐晓峰", "title", "stop"),
    ("副会长包括⟦邱国栋⟧、唐晓峰。", "roll", "stop"),
    ("副会长包括邱国栋、⟦唐晓峰⟧。", "roll", "stop"),
    ("嘉宾邱国栋、⟦唐晓峰⟧到会。", "list", "deed"),
    ("⟦邱国栋⟧主持会议。", "start", "deed"),
    ("会议由⟦邱国栋⟧主持。", "word", "deed"),
    ("选手⟦邱国栋⟧到会。", "called", "deed"),
    ("云岭茶业有限公司⟦邱国栋⟧、唐晓峰到会。", "org", "stop"),
    ("⟦邱国栋⟧会长主持。", "start", "title"),
    ("⟦邱国栋⟧先生到会。", "start", "honour"),
    ("⟦邱国栋⟧（女）到会。", "start", "honour"),
    ("⟦邱国栋⟧（满族）到会。", "start", "honour"),
    ("⟦邱国栋⟧（海川市茶业商会会长）到会。", "start", "title"),
    ("⟦邱国栋⟧（左）主持会议。", "start", "honour"),
    ("⟦邱国栋⟧（线上）主持会议。", "start", "deed"),
    ("选举⟦邱国栋⟧为会长。", "word", "takes"),
    ("⟦邱国栋⟧当选海川市茶业商会会长。", "start", "takes"),
    ("会长⟦欧阳若水⟧主持。", "title", "deed"),
    ("会长⟦郑马雅雯⟧主持。", "title", "deed"),
    ("主任⟦阿依努尔·买买提⟧到会。", "title", "deed"),
    ("馆长⟦巴特尔⟧到会。", "title", "deed"),
    ("会长⟦John Smith⟧致辞。", "title", "deed"),
    ("会长⟦章长会⟧主持。", "title", "deed"),
    ("主任⟦任惟诚⟧到会。", "title", "deed"),
]

# Stretches that begin with a surname and stand where no name can.
REFUSED = [
    "会长⟦李某⟧主持。",
    "海川市⟦和平区⟧主持工作。",
    "海川市⟦安全局⟧主持工作。",
    "由⟦商会⟧主持。",
    "会长⟦唐晓峰主⟧持会议。",
    "⟦向郭⟧会长学习。",
    "各地⟦方面⟧的情况。",
]


@pytest.mark.parametrize(("example", "before", "after"), READ)
def test_a_name_is_proposed_with_what_stands_beside_it(example: str, before: str, after: str) -> None:
    assert proposed(example) == [(before, after)]


@pytest.mark.parametrize("example", REFUSED)
def test_what_no_name_can_be_is_not_proposed(example: str) -> None:
    assert proposed(example) == []
