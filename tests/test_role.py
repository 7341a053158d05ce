from __future__ import annotations

import re

import pytest

from factory import Maker
from huiyao import segment
from huiyao.lexicon import bundled
from huiyao.recognize import reference, role
from huiyao.recognize.post import Phrase
from huiyao.recognize.row import rows
from huiyao.records import Mention, Passages
from huiyao.text import Span

_MARK = re.compile(r"⟦([^⟦⟧{}]*)\{([^{}]*)\}([^⟦⟧{}]*)⟧")


def marked(example: str) -> tuple[Passages, list[Phrase]]:
    """The passages of a text in which ⟦协会会长{沐清和}⟧ marks a phrase and its name."""
    text, at = "", 0
    phrases: list[Phrase] = []
    for mark in _MARK.finditer(example):
        text += example[at : mark.start()]
        at = mark.end()
        begin = len(text)
        before, name, after = mark.groups()
        text += before + name + after
        span = Span(begin + len(before), begin + len(before) + len(name))
        phrases.append(Phrase(Mention("person", span, name, "made"), Span(begin, len(text))))
    text += example[at:]
    return segment.run(Maker(text).clean, bundled()), phrases


def parts(example: str) -> dict[str, set[tuple[str, bool]]]:
    passages, phrases = marked(example)
    told: dict[str, set[tuple[str, bool]]] = {}
    for person, presence in role.find(passages, phrases, bundled()):
        told.setdefault(person.text, set()).add((presence.role, presence.attended))
    return told


HOST, SPEAKER, ATTENDEE = ("host", True), ("speaker", True), ("attendee", True)
ELECTED, AWARDED, AWAY = ("elected", False), ("awarded", False), ("mentioned", False)


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "⟦省农业厅处长{毕云涛}⟧、⟦协会会长{沐清和}⟧等领导出席，会议由⟦秘书长{边小满}⟧主持。",
            {"毕云涛": {ATTENDEE}, "沐清和": {ATTENDEE}, "边小满": {HOST, ATTENDEE}},
        ),
        (
            "⟦{毕云涛}⟧、⟦{沐清和}⟧等18位理事长和⟦{边小满}⟧等20位代表，分别从各自领域分享了经验。",
            {"毕云涛": {SPEAKER}, "沐清和": {SPEAKER}, "边小满": {SPEAKER}},
        ),
        ("受⟦会长{沐清和}⟧委托，⟦副会长{边小满}⟧出席会议。", {"沐清和": {AWAY}, "边小满": {ATTENDEE}}),
        ("会议选举⟦{沐清和}⟧为会长，⟦处长{毕云涛}⟧出席。", {"沐清和": {ELECTED}, "毕云涛": {ATTENDEE}}),
        ("⟦{沐清和}⟧获一等奖。", {"沐清和": {AWARDED}}),
        ("⟦会长{沐清和}⟧作了报告，会员代表获颁证书。", {"沐清和": {SPEAKER}}),
        (
            "⟦厅长{毕云涛}⟧、⟦副厅长{边小满}⟧等与会领导主持会议。",
            {"毕云涛": {HOST, ATTENDEE}, "边小满": {HOST, ATTENDEE}},
        ),
        ("会议由⟦会长{沐清和}⟧和⟦院长{边小满}⟧联袂主持。", {"沐清和": {HOST, ATTENDEE}, "边小满": {HOST, ATTENDEE}}),
        ("⟦新任会长{沐清和}⟧由⟦上届会长{边小满}⟧手中接过会印。", {"沐清和": {ATTENDEE}, "边小满": {ATTENDEE}}),
        ("海川网海川12月8日电 （⟦{沐清和}⟧）商会举行典礼。", {"沐清和": {AWAY}}),
        (
            "商会年会参会人员名单\n姓名\t职务\n⟦{沐清和}⟧\t会长\n⟦{边小满}⟧\t秘书长",
            {"沐清和": {ATTENDEE}, "边小满": {ATTENDEE}},
        ),
        ("商会年会签到表\n姓名\t职务\n⟦{沐清和}⟧\t会长", {"沐清和": {ATTENDEE}}),
        ("增补⟦{沐清和}⟧、⟦{边小满}⟧两位同志为副会长。", {"沐清和": {ELECTED}, "边小满": {ELECTED}}),
        ("⟦会长{沐清和}⟧向⟦局长{边小满}⟧介绍了协会的情况。", {"沐清和": {SPEAKER}}),
        ("⟦副院长{沐清和}⟧宣读了业务获奖名单。", {"沐清和": {SPEAKER}}),
        ("大会邀请⟦局长{沐清和}⟧、⟦会长{边小满}⟧等各界来宾，场面热络。", {"沐清和": {ATTENDEE}, "边小满": {ATTENDEE}}),
        ("理事会当选名单：⟦{沐清和}⟧、⟦{边小满}⟧。", {"沐清和": {ELECTED}, "边小满": {ELECTED}}),
        ("代表团一行在⟦会长{沐清和}⟧、⟦{边小满}⟧的率领下到访。", {"沐清和": {ATTENDEE}, "边小满": {ATTENDEE}}),
        ("（四）现场会议主持人：⟦董事长{沐清和}⟧", {"沐清和": {HOST}}),
        (
            "⟦董事{边小满}⟧，因工作原因未能出席会议，特委托⟦董事长{沐清和}⟧代为行使表决权。",
            {"边小满": {AWAY}, "沐清和": {ATTENDEE}},
        ),
        ("理事会工作报告\n⟦会长{沐清和}⟧\n（2024年3月通过）\n各位理事：\n现在报告工作。", {"沐清和": {SPEAKER}}),
        ("⟦{沐清和}⟧为获奖者颁发证书。", {"沐清和": {ATTENDEE}}),
        ("全会贯彻⟦{沐清和}⟧书记讲话及⟦{毕云涛}⟧部长讲话精神。", {"沐清和": {AWAY}, "毕云涛": {AWAY}}),
        ("（记者 ⟦{沐清和}⟧）3月6日，协会参加会议。", {"沐清和": {AWAY}}),
        ("⟦会长{沐清和}⟧向新当选的⟦院长{边小满}⟧表示祝贺。", {"沐清和": {SPEAKER}, "边小满": {AWAY, ELECTED}}),
        ("⟦会长{沐清和}⟧感谢⟦局长{毕云涛}⟧莅临指导。", {"沐清和": {SPEAKER}, "毕云涛": {ATTENDEE}}),
        ("会上⟦{沐清和}⟧宣读《⟦{毕云涛}⟧主持召开茶业座谈会》一文。", {"沐清和": {SPEAKER}}),
        ("⟦{沐清和}⟧荣膺会长，⟦{毕云涛}⟧荣膺“茶艺之星”。", {"沐清和": {ELECTED}, "毕云涛": {AWARDED}}),
        ("免去⟦{沐清和}⟧同志副秘书长职务，任茶业研究院院长。", {"沐清和": {ELECTED}}),
        ("大会授予⟦{沐清和}⟧商会名誉会长称号。", {"沐清和": {ELECTED}}),
        ("通过了新入会⟦副会长{沐清和}⟧、⟦{毕云涛}⟧。", {"沐清和": {ELECTED}, "毕云涛": {ELECTED}}),
        ("礼请⟦{智严}⟧长老、⟦{圆照}⟧长老担任顾问。", {"智严": {ELECTED}, "圆照": {ELECTED}}),
        (
            "司仪由云岭茶业⟦董事长{毕云涛}⟧担任，贵宾有杰出校友⟦院长{沐清和}⟧。",
            {"毕云涛": {HOST}, "沐清和": {ATTENDEE}},
        ),
        ("大会司仪⟦{毕云涛}⟧、⟦{沐清和}⟧。", {"毕云涛": {HOST}, "沐清和": {HOST}}),
        ("⟦秘书长{沐清和}⟧对下半年工作进行了安排部署。", {"沐清和": {SPEAKER}}),
        ("他和⟦{沐清和}⟧都是今年上任担任会长。", {}),
        ("⟦{沐清和}⟧代表获奖会员发言。", {"沐清和": {SPEAKER}}),
        ("⟦市长{毕云涛}⟧发来贺信，⟦副市长{沐清和}⟧揭牌。", {"毕云涛": {AWAY}, "沐清和": {ATTENDEE}}),
        ("大会表彰了⟦{沐清和}⟧等10名优秀会员和⟦{毕云涛}⟧等5名先进个人。", {"沐清和": {AWARDED}, "毕云涛": {AWARDED}}),
        (
            "⟦{沐清和}⟧、⟦{毕云涛}⟧担任评委，⟦{边小满}⟧任总监票人。",
            {n: {ATTENDEE} for n in ("沐清和", "毕云涛", "边小满")},
        ),
        ("⟦会长{沐清和}⟧将一张支票交到⟦校长{毕云涛}⟧手中。", {"沐清和": {ATTENDEE}, "毕云涛": {ATTENDEE}}),
        ("主讲嘉宾⟦{沐清和}⟧，⟦发言人{毕云涛}⟧答记者问。", {"沐清和": {SPEAKER}, "毕云涛": {SPEAKER}}),
        ("（⟦记者{毕云涛}⟧／海川报导）商会参加大会。", {"毕云涛": {AWAY}}),
        (
            "⟦会长{毕云涛}⟧与嘉宾⟦{沐清和}⟧展开了一场对谈，主持人⟦{边小满}⟧。",
            {"毕云涛": {ATTENDEE}, "沐清和": {ATTENDEE}, "边小满": {HOST}},
        ),
        ("通过⟦{沐清和}⟧为名誉会长的提议，⟦{毕云涛}⟧接替秘书长职务。", {"沐清和": {ELECTED}, "毕云涛": {ELECTED}}),
        ("获奖学生⟦{沐清和}⟧、⟦{毕云涛}⟧发言。", {"沐清和": {AWARDED, SPEAKER}, "毕云涛": {AWARDED, SPEAKER}}),
        ("来宾致词：⟦县长{毕云涛}⟧、⟦议长{沐清和}⟧", {"毕云涛": {SPEAKER}, "沐清和": {SPEAKER}}),
        ("提案人：⟦{毕云涛}⟧，附议人：⟦{沐清和}⟧", {"毕云涛": {ATTENDEE}, "沐清和": {ATTENDEE}}),
        ("⟦副会长{沐清和}⟧在主持会议时说，要加强交流。", {"沐清和": {HOST, SPEAKER, ATTENDEE}}),
        ("重温誓词，领誓人⟦{沐清和}⟧。⟦{毕云涛}⟧蝉联会长。", {"沐清和": {ATTENDEE}, "毕云涛": {ELECTED}}),
        ("理事会会议签到名单\n⟦{沐清和}⟧ 会长\n⟦{毕云涛}⟧ 副会长", {"沐清和": {ATTENDEE}, "毕云涛": {ATTENDEE}}),
        (
            "会议由⟦{沐清和}⟧兼秘书长主持，在⟦书记{毕云涛}⟧的关心下开幕。",
            {"沐清和": {HOST, ATTENDEE}, "毕云涛": {AWAY}},
        ),
        ("会议听取了⟦{沐清和}⟧所作的工作报告。", {"沐清和": {SPEAKER}}),
        ("大会通过：⟦{沐清和}⟧为会长；⟦{毕云涛}⟧为顾问。", {"沐清和": {ELECTED}, "毕云涛": {ELECTED}}),
        ("⟦{沐清和}⟧为孩子们送去图书。", {"沐清和": {ATTENDEE}}),
        ("终身贡献奖：⟦{沐清和}⟧（由夫人代领）", {"沐清和": {AWARDED}}),
        ("⟦{沐清和}⟧现场品鉴新茶，⟦{毕云涛}⟧名列第一。", {"沐清和": {ATTENDEE}, "毕云涛": {AWARDED}}),
        ("⟦{沐清和}⟧的散文《老井》发表在会刊上。", {}),
        ("⟦{沐清和}⟧向老家捐款十万元，⟦{毕云涛}⟧当场捐款。", {"毕云涛": {ATTENDEE}}),
    ],
)
def test_a_sentence_gives_each_person_a_part(example: str, expected: dict[str, set[tuple[str, bool]]]) -> None:
    assert parts(example) == expected


def test_what_is_said_of_him_is_said_of_the_one_before() -> None:
    assert parts("⟦局长{毕云涛}⟧一行来协会调研。他强调，要服务会员。") == {"毕云涛": {ATTENDEE, SPEAKER}}
    assert parts("⟦局长{毕云涛}⟧一行来协会调研。他们强调，要服务会员。") == {"毕云涛": {ATTENDEE}}


def test_a_surname_with_a_title_stands_for_the_one_who_has_both() -> None:
    passages, phrases = marked("⟦局长{毕云涛}⟧、⟦会长{沐清和}⟧到会。毕局长致辞。")
    (found,) = reference.surnamed(passages.text, phrases, bundled())
    assert (found.person.text, passages.text[found.span.slice]) == ("毕云涛", "毕局长")
    assert parts("⟦局长{毕云涛}⟧到会。毕局长致辞。") == {"毕云涛": {ATTENDEE, SPEAKER}}


@pytest.mark.parametrize(
    "example",
    [
        "⟦副局长{毕云涛}⟧到会。毕局长致辞。",
        "⟦副总经理{毕云涛}⟧到会。毕总致辞。",
        "⟦董事长{毕云涛}⟧到会。毕董致辞。",
        "⟦理事长{毕云涛}⟧到会。云涛理事长致辞。",
    ],
)
def test_a_title_is_cut_short_behind_a_surname_or_a_given_name(example: str) -> None:
    assert parts(example) == {"毕云涛": {ATTENDEE, SPEAKER}}


def test_what_is_short_for_a_title_may_begin_another_word() -> None:
    assert parts("⟦副总经理{毕云涛}⟧到会。毕总部门致辞，毕总会主持会议。") == {"毕云涛": {ATTENDEE}}


def test_a_surname_with_a_title_that_two_people_have_stands_for_neither() -> None:
    passages, phrases = marked("⟦局长{毕云涛}⟧、⟦局长{毕若水}⟧到会。毕局长致辞。")
    assert list(reference.surnamed(passages.text, phrases, bundled())) == []


def test_a_label_governs_the_lines_behind_it_until_another_text_comes() -> None:
    told = parts("选举结果如下：\n会长：⟦{沐清和}⟧\n副会长：⟦{毕云涛}⟧、⟦{边小满}⟧\n会议圆满结束。\n联系人：⟦{郎一鸣}⟧")
    assert told == {"沐清和": {ELECTED}, "毕云涛": {ELECTED}, "边小满": {ELECTED}}


def test_a_list_of_the_elected_goes_on_with_the_offices_behind_it() -> None:
    told = parts("理事会当选名单：⟦{沐清和}⟧、⟦{毕云涛}⟧。候补理事：⟦{边小满}⟧。联系人：⟦{郎一鸣}⟧。")
    assert told == {"沐清和": {ELECTED}, "毕云涛": {ELECTED}, "边小满": {ELECTED}}


def test_lines_of_offices_behind_an_election_name_the_elected() -> None:
    told = parts("大会选举产生第二届理事会理事45人。\n会长：⟦{沐清和}⟧\n副会长：⟦{毕云涛}⟧\n供稿：⟦{边小满}⟧")
    assert told == {"沐清和": {ELECTED}, "毕云涛": {ELECTED}, "边小满": {AWAY}}


def test_a_roll_of_those_present_ends_at_the_one_of_those_absent() -> None:
    told = parts("四、出席人员：\n理事：⟦{沐清和}⟧、⟦{毕云涛}⟧\n五、请假人员：⟦{边小满}⟧理事")
    assert told == {"沐清和": {ATTENDEE}, "毕云涛": {ATTENDEE}, "边小满": {AWAY}}


def test_who_signs_before_a_greeting_speaks() -> None:
    assert parts("协会会长 ⟦{沐清和}⟧\n各位代表：\n现在作报告。") == {"沐清和": {SPEAKER}}


def test_those_elected_at_a_ceremony_are_there() -> None:
    told = parts("大会聘任⟦{沐清和}⟧为主任委员。⟦会长{毕云涛}⟧颁发了聘书。")
    assert told["沐清和"] == {ELECTED, ("elected", True)}


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (
            "⟦局长{毕云涛}⟧，⟦会长{沐清和}⟧以及⟦秘书长{边小满}⟧等3位领导致辞",
            ["局长毕云涛，会长沐清和以及秘书长边小满等3位领导"],
        ),
        ("⟦{毕云涛}⟧主持，⟦{沐清和}⟧致辞", ["毕云涛", "沐清和"]),
        ("⟦{毕云涛}⟧（线上）、⟦{沐清和}⟧", ["毕云涛（线上）、沐清和"]),
    ],
)
def test_a_row_is_one_list(example: str, expected: list[str]) -> None:
    passages, phrases = marked(example)
    found = rows(passages.text, Span(0, len(passages.text)), phrases)
    assert [passages.text[row.span.slice] for row in found] == expected
