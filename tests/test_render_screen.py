from __future__ import annotations

import dataclasses
import io
from decimal import Decimal

import pytest
from rich.cells import cell_len
from syrupy.assertion import SnapshotAssertion

from factory import Maker, empty, tea
from huiyao.lexicon import bundled
from huiyao.records import Summary, Votes
from huiyao.render.console import console
from huiyao.render.labels import Language, labels
from huiyao.render.roster import roster
from huiyao.render.screen import officials, page

ZH = labels(Language.zh)
EN = labels(Language.en)


def lines(summary: Summary, *, width: int) -> list[str]:
    return [str(line) for line in page(summary, bundled(), width=width, labels=ZH)]


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_page(width: int, snapshot: SnapshotAssertion) -> None:
    assert "\n".join(lines(tea(), width=width)) == snapshot


def test_a_page_with_english_labels_keeps_the_facts(snapshot: SnapshotAssertion) -> None:
    assert "\n".join(str(line) for line in page(tea(), bundled(), width=80, labels=EN)) == snapshot


def test_a_page_of_nothing_says_so(snapshot: SnapshotAssertion) -> None:
    assert "\n".join(lines(empty(), width=80)) == snapshot


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_screen_or_ends_in_spaces(width: int) -> None:
    for line in lines(tea(), width=width):
        assert cell_len(line) <= width
        assert line == line.rstrip()


def test_officials_of_several_reports_name_their_reports(snapshot: SnapshotAssertion) -> None:
    houses = roster([tea(), tea(path="other.txt")], bundled())
    assert "\n".join(str(line) for line in officials(houses, width=80, sources=True, labels=ZH)) == snapshot


def test_figures_with_one_subject_stand_together_and_say_it_once() -> None:
    make = Maker()
    figures = (
        make.statistic("会员", "21家", "21", "家"),
        make.statistic("会费", "168.5万元", "1685000", "元"),
        make.statistic("会员", "1-2个", "1", "个", value_max="2"),
    )
    shown = lines(dataclasses.replace(empty(), statistics=figures), width=80)
    assert [line.split() for line in shown[-3:]] == [
        ["会员", "21家", "实际"],
        ["1-2个", "实际"],
        ["会费", "168.5万元", "实际"],
    ]


def test_strings_are_written_as_asked() -> None:
    shown = "\n".join(
        str(line) for line in page(tea(), bundled(), width=80, labels=ZH, spell=lambda text: text.replace("会", "會"))
    )
    assert "东海市茶叶协會召开三届二次理事會" in shown
    assert "沐清泉    會长" in shown


HOSTILE = "[bold]东海[/]\x1b]0;title\x07\u202e协会[/]"


def test_a_hostile_report_acts_on_nothing() -> None:
    make = Maker(f"{HOSTILE}\n{HOSTILE}\n")
    summary = dataclasses.replace(
        empty(path="\x1b[31m.txt"),
        imprint=make.imprint(HOSTILE),
        people=(make.person(HOSTILE, (HOSTILE, HOSTILE)),),
    )
    out = io.StringIO()
    terminal = console(out)
    for line in page(summary, bundled(), width=120, labels=ZH):
        terminal.print(line)
    shown = out.getvalue()
    assert shown.count("[bold]东海[/]␛]0;title␇<U+202E>协会[/]") == 3
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_the_share_of_those_in_favour_is_said_with_their_number() -> None:
    counted = Votes(Decimal(97), Decimal(3), None, "票", Decimal("97.0"))
    assert ZH.votes(counted) == "赞成97票（97.0%）、反对3票"
    assert EN.votes(counted) == "97票 for (97.0%), 3票 against"
