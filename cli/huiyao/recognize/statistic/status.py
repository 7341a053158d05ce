"""Whether a figure is reached, aimed at or foreseen."""

from __future__ import annotations

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.recognize.outlook import plans
from huiyao.recognize.statistic.figure import Clauses, Figure
from huiyao.recognize.statistic.period import Periods
from huiyao.recognize.statistic.relative import Subject
from huiyao.records import Imprint, Status
from huiyao.rules import load

# 争取补助8万元 of a past year was done
_SOUGHT = "争取"
# 将带领全市900名会员…, 将捐给136家会员机构: so many there are
_LED = patterns.compile("(?:带领|率领|引领|团结)[^，。；]{0,8}$")
_MEMBERS = patterns.compile("(?:会员|成员|下属|直属|所属|属下|旗下)")
_GROWS = patterns.compile("发展|新增|增加|净增|吸[收纳]|招|达|突破|超|扩|选|聘|设")
_MONTH = patterns.compile("[0-9]{4}-")
_SEMICOLON = patterns.compile("[；;]")
# what was counted at a vote, who came, where a rise began
_REACHED = frozenset({"vote", "attending", "level-before"})


class Outlooks:
    """Reads the words before a figure, and the headings above it."""

    def __init__(self, clauses: Clauses, periods: Periods, imprint: Imprint, lexicon: Lexicon) -> None:
        self.text = clauses.text
        self.periods = periods
        self.published = imprint.published
        self.cues = load("statistic_status", lexicon)
        self.done = patterns.compile(lexicon.alternation("figure_done") + "|了(?!解)")
        self.plans = plans(clauses.passages)

    def status(self, figure: Figure, subject: Subject) -> Status:
        """The status by the last word that tells it, else by the section's heading."""
        if subject.rule in _REACHED or self._is_there(figure):
            return "actual"
        before = self.text[figure.sentence.start : figure.quantity.span.start]
        ends = {"target": -1, "forecast": -1}
        for cue in self.cues:
            status = cue.gives["status"]
            for found in cue.pattern.finditer(before):
                over = status == "target" and self.done.search(before, found.end())
                if not over and self._reaches(found.end(), before, figure):
                    ends[status] = max(ends[status], found.end())
        foreseen, aimed = ends["forecast"], ends["target"]
        if foreseen >= 0 and (foreseen > aimed or "将" in before[foreseen:]):
            return "forecast"
        if aimed >= 0:
            return "target"
        planned = any(figure.quantity.span in plan for plan in self.plans)
        return "target" if planned and not self._is_past(figure) else "actual"

    def _is_there(self, figure: Figure) -> bool:
        """Whether a figure is that of those who are there already, whatever is to come of them."""
        left = figure.left
        if _LED.search(self.text, left.start, left.end) is not None:
            return True
        members = _MEMBERS.match(self.text, figure.right.start, figure.right.end)
        return members is not None and _GROWS.search(self.text, left.start, left.end) is None

    def come(self, figure: Figure, status: Status, period: str | None) -> Status:
        """The status of a figure that was to come, 将进行112场比赛, or sought, when that is over on publication."""
        if status != "target" or self.published is None or period is None:
            return status
        if period >= str(self.published)[: len(period)]:
            return status
        before = self.text[figure.sentence.start : figure.quantity.span.start]
        cues = {(cue.name, found.group()) for cue in self.cues for found in cue.pattern.finditer(before)}
        come = _MONTH.match(period) is not None and {name for name, _ in cues} == {"shall"}
        return "actual" if come or {word for _, word in cues} == {_SOUGHT} else status

    def _reaches(self, end: int, before: str, figure: Figure) -> bool:
        """A cue holds to the next semicolon; one before the sentence's first figure, to the end."""
        return figure.first >= figure.sentence.start + end or not _SEMICOLON.search(before, end)

    def _is_past(self, figure: Figure) -> bool:
        """Whether the sentence speaks of a year before the one of publication."""
        said, published = self.periods.said(figure), self.published
        return bool(said and said.start.year and published and published.year and said.start.year < published.year)
