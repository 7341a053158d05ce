"""Votes as a resolution tells them, and what they make of its outcome."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from huiyao import patterns
from huiyao.recognize.numeral import value
from huiyao.records import Outcome, Resolution, ResolutionKind, Votes

_UNANIMOUS = patterns.compile(r"一致|全票|全体(?:同意|通过|赞成|一致)|无异议|鼓掌通过|无反对票")
_NUMBER = r"\d[\d,，]*(?:\.\d+)?|[〇○零一二两三四五六七八九十百千]+"


def _counted(words: str) -> re.Pattern[str]:
    """赞成98票 and 98票赞成 alike."""
    return patterns.compile(
        rf"(?:{words})(?:票数|股数|权数|意见|[了票的：:\s])*(?P<n>{_NUMBER})\s*(?P<unit>[票股权人])?"
        rf"|(?P<m>{_NUMBER})\s*(?P<of>[票股权人])(?:{words})"
    )


_FAVOUR, _AGAINST, _ABSTAIN = _counted("同意|赞成"), _counted("反对"), _counted("弃权")
# …股，占出席会议有表决权股份总数的99.5%: the share of those in favour, before any others are counted.
_SHARE = patterns.compile(
    r"(?:(?!反对|弃权)[^；;。\n]){0,60}?(?:占|[赞同][成意]率|支持率)(?:(?!反对|弃权)[^；;。%％\n]){0,60}?(?P<share>\d+(?:\.\d+)?)\s*[%％]"
)
# A table's line: three numbers of shares, each with its share in per cent.
_ROW = patterns.compile(
    r"(?:[AB]股|普通股|优先股|合计)[：:]?" + r"[\s|｜]+([\d,]+)[\s|｜]+(\d{1,3}(?:\.\d+)?)[%％]?" * 3 + r"(?![\d.])"
)
# So far below its matter a count of votes may stand, and under this label.
_REACH, _LINE = 500, 160
_LABEL = patterns.compile(r"表决(?:结果|情况)|投票结果|赞成权数")
_DECIDED = patterns.compile(r"决定|同意|通过|批准|决议")


def votes_in(words: str) -> Votes | None:
    """The first votes that a stretch of text counts; None where it counts none in favour."""
    if row := _ROW.search(words):
        counted = [Decimal(number.replace(",", "")) for number in row.groups()]
        return Votes(counted[0], counted[2], counted[4], "股", counted[1])
    favour = _FAVOUR.search(words)
    if favour is None or not (favour["unit"] or favour["of"]):
        return None
    rest = words[max(0, favour.start() - 30) :]
    share = _SHARE.match(words, favour.end())
    return Votes(
        _number(favour),
        _number(_AGAINST.search(rest)),
        _number(_ABSTAIN.search(rest)),
        favour["unit"] or favour["of"],
        Decimal(share["share"]) if share else None,
    )


def with_votes(resolutions: Sequence[Resolution], text: str) -> tuple[Resolution, ...]:
    """The resolutions, each that stands above its own count of votes with that count."""
    stops = [*(r.span.start for r in resolutions[1:]), *([len(text)] if resolutions else [])]
    return tuple(_counted_below(r, text, stop) for r, stop in zip(resolutions, stops, strict=True))


def _counted_below(resolution: Resolution, text: str, stop: int) -> Resolution:
    if resolution.votes is not None or resolution.kind not in ("approved", "rejected", "decided", "elected"):
        return resolution
    label = _LABEL.search(text, resolution.span.end, min(stop, resolution.span.end + _REACH))
    line = text[label.start() : min(stop, label.start() + _LINE)] if label else ""
    votes = votes_in(line)
    if votes is None or resolution.outcome is None:
        return replace(resolution, votes=votes)
    return replace(resolution, votes=votes, outcome=outcome_of(resolution.kind, resolution.outcome, line, votes))


def outcome_of(kind: ResolutionKind, outcome: Outcome, how: str, votes: Votes | None) -> Outcome:
    """The outcome of a matter whose rule gives `outcome`, by the words around it and its votes."""
    if outcome == "rejected":
        return outcome
    if _UNANIMOUS.search(how):
        return "passed_unanimously"
    if votes is not None and votes.favour and votes.against == 0 and not votes.abstain:
        return "passed_unanimously"
    return "passed" if kind not in ("elected", "awarded", "signed", "released") and _DECIDED.search(how) else outcome


def _number(found: re.Match[str] | None) -> Decimal | None:
    if found is None:
        return None
    numeral = (found["n"] or found["m"]).replace(",", "").replace("，", "")
    return Decimal(numeral) if numeral[0].isdigit() else value(numeral)
