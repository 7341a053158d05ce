"""Summaries made by hand, for tests of what comes after the recognizers. All names are invented."""

from __future__ import annotations

from decimal import Decimal
from hashlib import sha256

from huiyao.records import (
    Amount,
    AttendingOrganization,
    CalendarDate,
    Change,
    CleanText,
    Event,
    Evidence,
    Imprint,
    Mention,
    Organizer,
    Person,
    Position,
    Presence,
    Qualifier,
    Quantity,
    Report,
    Resolution,
    Role,
    Statistic,
    Status,
    Summary,
    Votes,
)
from huiyao.text import Edit, OffsetMap, Span

TEXT = """\
东海市茶叶协会召开三届二次理事会
来源：协会秘书处 2023-03-08
3月6日，东海市茶叶协会三届二次理事会在东海宾馆召开，约90人参加。省农业农村厅种植业处处长毕云涛致辞，协会会长、云雾茶业有限公司董事长沐清泉作工作报告，\
秘书长边小满主持。东海海关派员到会。
会议以119票赞成、5票反对、2票弃权通过《2022年度工作报告》，增补郎一鸣为副会长。
2022年新发展会员单位21家，会费收入168.5万元；预计2023年全市茶业产值超过2500亿元，力争新建茶园1-2个。
"""


class Maker:
    """Makes records whose spans are the places of words in a text."""

    def __init__(self, text: str = TEXT, *, path: str = "tea.txt") -> None:
        digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        self.clean = CleanText(Report(path, text, digest), text, OffsetMap.identity(len(text)), (), "simplified")

    def span(self, words: str) -> Span:
        return self.clean.find(words)

    def evidence(self, words: str, *, rule: str = "rule.made-by-hand") -> Evidence:
        span = self.span(words)
        start = self.clean.text.rfind("\n", 0, span.start) + 1
        line = self.clean.text[start:].splitlines()[0]
        return Evidence(rule, (span,), Span(start, start + len(line)))

    def person(
        self,
        name: str,
        *posts: tuple[str | None, str | None],
        attended: bool = True,
        roles: tuple[Role, ...] = ("attendee",),
        events: tuple[int, ...] = (),
    ) -> Person:
        span, evidence = self.span(name), self.evidence(name)
        return Person(
            name,
            tuple(Position(organization, None, title, span, evidence) for organization, title in posts),
            tuple(Presence(role, attended, span, evidence) for role in roles),
            (Mention("person", span, name, "name.made-by-hand"),),
            attended,
            roles,
            events,
        )

    def statistic(
        self,
        subject: str,
        quantity: str,
        value: str,
        unit: str | None,
        *,
        value_max: str | None = None,
        qualifier: Qualifier = "exact",
        hedge: str | None = None,
        period: str | None = None,
        status: Status = "actual",
        change: Change | None = None,
    ) -> Statistic:
        amount = Amount(Decimal(value), Decimal(value_max) if value_max else None, unit, qualifier)
        written = Quantity(self.span(quantity), quantity, amount, self.span(hedge) if hedge else None, "number.made")
        return Statistic(subject, written, period, status, change, None, self.evidence(quantity))

    def imprint(self, title: str | None = None) -> Imprint:
        return Imprint("meeting", title, None, None, None, None, None, None)


def empty(text: str = TEXT, *, path: str = "tea.txt") -> Summary:
    """The summary of a report that says nothing."""
    make = Maker(text, path=path)
    return Summary(make.clean, Imprint("other", None, None, None, None, None, None, None))


def tea(*, path: str = "tea.txt") -> Summary:
    """The summary of TEXT, with a fact of every kind."""
    make = Maker(path=path)
    name = "东海市茶叶协会三届二次理事会"
    report, vice = "《2022年度工作报告》", "郎一鸣为副会长"
    return Summary(
        make.clean,
        Imprint(
            "meeting",
            "东海市茶叶协会召开三届二次理事会",
            None,
            CalendarDate(2023, 3, 8),
            None,
            "协会秘书处",
            None,
            2023,
        ),
        (
            Event(
                name,
                CalendarDate(2023, 3, 6),
                None,
                "东海宾馆",
                Amount(Decimal(90), None, "人", "about"),
                (Organizer("东海市茶叶协会", "主办", make.span("东海市茶叶协会")),),
                make.span(name),
                (make.span(name),),
                make.evidence(name, rule="event.holds"),
            ),
        ),
        (
            make.person("毕云涛", ("省农业农村厅种植业处", "处长"), roles=("speaker",), events=(0,)),
            make.person(
                "沐清泉", ("东海市茶叶协会", "会长"), ("云雾茶业有限公司", "董事长"), roles=("speaker",), events=(0,)
            ),
            make.person("边小满", ("东海市茶叶协会", "秘书长"), roles=("host",), events=(0,)),
            make.person("郎一鸣", ("东海市茶叶协会", "副会长"), attended=False, roles=("elected",)),
        ),
        (AttendingOrganization("东海海关", make.span("东海海关"), make.evidence("东海海关"), 0),),
        (
            Resolution(
                "approved",
                report,
                "passed",
                Votes(Decimal(119), Decimal(5), Decimal(2), "票"),
                make.span(report),
                make.evidence(report, rule="resolution_adopt.passed"),
                0,
            ),
            Resolution("elected", vice, "done", None, make.span(vice), make.evidence(vice), people=(3,)),
        ),
        (
            make.statistic("新发展会员单位", "21家", "21", "家", period="2022"),
            make.statistic(
                "会费收入",
                "168.5万元",
                "1685000",
                "元",
                period="2022",
                change=Change("up", "year_before", Decimal("8.3"), "%"),
            ),
            make.statistic(
                "全市茶业产值",
                "2500亿元",
                "2.5E11",
                "元",
                qualifier="over",
                hedge="超过",
                period="2023",
                status="forecast",
            ),
            make.statistic("新建茶园", "1-2个", "1", "个", value_max="2", status="target"),
        ),
    )


def glossed() -> CleanText:
    """A traditional text with a gloss, and its clean form: 協會(huì)章程 becomes 协会章程."""
    source, text = "協會(huì)章程", "协会章程"
    edits = (
        Edit(Span(0, 1), Span(0, 1), "協", "协", "script"),
        Edit(Span(1, 2), Span(1, 2), "會", "会", "script"),
        Edit(Span(2, 7), Span(2, 2), "(huì)", "", "gloss"),
    )
    offsets = OffsetMap([0, 1, 7, 8], [1, 7, 8, 9], len(source))
    digest = sha256(source.encode()).hexdigest()
    return CleanText(Report("charter.txt", source, digest), text, offsets, edits, "traditional")
