from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings

from generator import Sentence, sentences
from huiyao import patterns, pipeline
from huiyao.records import Report
from huiyao.text import Span
from people import Told, posts, summary
from test_person import fragments

# Who was there, and who was not.
PRESENT: list[tuple[str, dict[str, bool]]] = [
    ("会长邱国栋主持会议，副会长唐晓峰、秘书长柏玉兰出席。", {"邱国栋": True, "唐晓峰": True, "柏玉兰": True}),
    ("受会长邱国栋委托，副会长唐晓峰主持会议。", {"邱国栋": False, "唐晓峰": True}),
    ("会议选举邱国栋为会长。局长骆文轩到会祝贺。", {"邱国栋": False, "骆文轩": True}),
    ("授予唐晓峰先进个人称号。", {"唐晓峰": False}),
    (
        "主持人：邱国栋\n出席：唐晓峰、柏玉兰\n缺席：宁采薇",
        {"邱国栋": True, "唐晓峰": True, "柏玉兰": True, "宁采薇": False},
    ),
    ("（记者 邱国栋）会长唐晓峰出席会议。", {"邱国栋": False, "唐晓峰": True}),
    ("董事长裴景行陪同局长骆文轩调研。", {"裴景行": True, "骆文轩": True}),
    ("会长邱国栋委托副会长唐晓峰到会。", {"邱国栋": False, "唐晓峰": True}),
    ("会长邱国栋委托副会长唐晓峰代表致辞。", {"邱国栋": False, "唐晓峰": True}),
    ("副会长唐晓峰代表会长邱国栋致辞。", {"邱国栋": False, "唐晓峰": True}),
    (
        "出席会议的领导有（排名不分先后）：\n骆文轩 海川市商务局局长\n邱国栋 海川市茶业商会会长",
        {"骆文轩": True, "邱国栋": True},
    ),
]


@pytest.mark.parametrize(("text", "expected"), PRESENT)
def test_who_was_there(text: str, expected: dict[str, bool]) -> None:
    assert {person.name: person.attended for person in summary(text).people} == expected


NEWS = """\
海川市茶业商会第三届第二次会员大会召开
来源：海川市茶业商会 2023-03-08
3月6日，海川市茶业商会（以下简称“茶商会”）第三届第二次会员大会在云岭宾馆召开。南江省工业和信息化厅副厅长秦守正，\
海川市委常委、统战部部长骆文轩，茶商会会长、云岭茶业有限公司董事长邱国栋，副会长唐晓峰、裴景行出席会议。会议由秘书长柏玉兰主持。
邱国栋会长作工作报告。秦守正在讲话中充分肯定了商会的工作。
大会增补郎一鸣为副会长。
（记者 计明远）
"""


def test_a_report_is_read_whole() -> None:
    tea = "海川市茶业商会"
    assert posts(NEWS) == [
        ("秦守正", "南江省工业和信息化厅", "副厅长"),
        ("骆文轩", "海川市委", "常委"),
        ("骆文轩", "海川市委统战部", "部长"),
        ("邱国栋", tea, "会长"),
        ("邱国栋", "云岭茶业有限公司", "董事长"),
        ("唐晓峰", tea, "副会长"),
        ("裴景行", tea, "副会长"),
        ("柏玉兰", tea, "秘书长"),
        ("郎一鸣", tea, "副会长"),
        ("计明远", None, "记者"),
    ]
    told = {person.name: (person.attended, person.roles) for person in summary(NEWS).people}
    assert told == {
        "秦守正": (True, ("speaker",)),
        "骆文轩": (True, ("attendee",)),
        "邱国栋": (True, ("speaker",)),
        "唐晓峰": (True, ("attendee",)),
        "裴景行": (True, ("attendee",)),
        "柏玉兰": (True, ("host",)),
        "郎一鸣": (False, ("elected",)),
        "计明远": (False, ("mentioned",)),
    }


def test_script_and_glosses_do_not_change_what_is_read() -> None:
    plain = "海川市茶业协会会长邱国栋、副会长唐晓峰出席会议。"
    traditional = "海川市茶業協會會長邱國棟、副會長唐曉峰出席會議。"
    glossed = "海川市茶業協會(huì)會(huì)長(zhǎng)邱國棟、副會(huì)長(zhǎng)唐曉峰出席會(huì)議。"
    assert posts(traditional) == posts(glossed) == posts(plain)


@pytest.mark.parametrize("text", ["", "\n", "。", "  ", "（）", "、、、", "会长", "邱国栋"])
def test_a_text_that_says_nothing_has_no_posts(text: str) -> None:
    assert not any(person.positions for person in summary(text).people)


# Lists of one to three phrases: a title before the name, behind it, in brackets, shared; two titles, two posts.
PRECISION, RECALL = 0.98, 0.98


def test_invented_sentences_are_read_as_they_were_meant() -> None:
    made = sentences(300, seed=20230306)
    found = [frozenset(posts(sentence.text)) for sentence in made]
    right = sum(len(f & s.posts) for f, s in zip(found, made, strict=True))
    assert right / sum(map(len, found)) >= PRECISION, list(_misread(made, found))
    assert right / sum(len(s.posts) for s in made) >= RECALL, list(_misread(made, found))


def _misread(made: list[Sentence], found: list[frozenset[Told]]) -> Iterator[tuple[str, set[Told]]]:
    for sentence, read in zip(made, found, strict=True):
        if read != sentence.posts:
            yield sentence.text, {*read} ^ {*sentence.posts}


def test_the_generator_makes_the_same_sentences_again() -> None:
    assert sentences(20, seed=1) == sentences(20, seed=1) != sentences(20, seed=2)
    assert all(
        name in s.text and title and title in s.text for s in sentences(20, seed=1) for name, _, title in s.posts
    )


@settings(deadline=None, max_examples=100, derandomize=True)
@given(fragments())
def test_the_same_text_gives_the_same_summary(text: str) -> None:
    again = pipeline.run(Report("-", text, "0"))
    assert again.to_dict() == summary(text).to_dict()
    assert again.people == summary(text).people


@settings(deadline=None, max_examples=100, derandomize=True)
@given(fragments())
def test_every_place_that_a_person_names_lies_in_the_text(text: str) -> None:
    found = summary(text)
    whole = Span(0, len(found.clean.text))
    for person in found.people:
        assert person.mentions
        assert all(one.span.end <= other.span.start for one, other in pairwise(person.mentions))
        assert all(position.span in whole for position in person.positions)
        assert all(presence.span in whole for presence in person.presences)
        for evidence in (*(p.evidence for p in person.positions), *(p.evidence for p in person.presences)):
            assert evidence.sentence in whole
            assert all(words in whole for words in evidence.words)
        for position in person.positions:
            assert position.written is None or position.written in found.clean.text
        assert all(at < len(found.events) for at in person.events)
    assert len({person.name for person in found.people}) == len(found.people)


@settings(deadline=None, max_examples=60, derandomize=True)
@given(fragments())
def test_what_is_shown_points_into_the_source(text: str) -> None:
    for person in summary(text).to_dict()["people"]:
        for start, end in (*person["spans"], *(s for p in person["positions"] for s in p["spans"])):
            assert 0 <= start < end <= len(text)


def test_no_word_of_a_report_is_kept_among_the_compiled_patterns(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    made = patterns.compile

    def recording(pattern: str) -> re.Pattern[str]:
        compiled.append(pattern)
        return made(pattern)

    monkeypatch.setattr(patterns, "compile", recording)
    report = summary(
        "云岭茶业公司召开职代会。东港商会会长裴景行一行莅临我会，我会会长邱国栋率队走访云岭县。"
        "云岭县委书记骆文轩、县长秦守正到会。我校校长阮青山接待了南江大学副校长宁采薇。"
    )
    assert report.people
    assert not [pattern for pattern in compiled if "云岭" in pattern or "东港" in pattern or "南江" in pattern]
