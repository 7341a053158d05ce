"""Lists of the elected and the honoured: one line, or one part of a line, a post."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from huiyao import patterns, rules
from huiyao.lexicon import Lexicon
from huiyao.recognize.sealed import written
from huiyao.records import Evidence, Outcome, Passages, Resolution, ResolutionKind
from huiyao.rules import Skeleton
from huiyao.text import Span

_OPENS = {
    "elected": patterns.compile(
        r"(?:选举|改选|换届|投票|当选|表决|推选)[^。；]{0,12}(?:结果|名单|如下)|结果如下|当选名单|选举结果|(?:组成人员|成员|负责人|领导机构)[^。；]{0,12}(?:如下|名单)|成立[^；]{0,60}(?:委员会|分会|小组)[^；]{0,40}如下|(?:领导|首长|理监事|职员|架构|班子|成员)[^。]{0,6}名单"
        r"|(?:选举|推选|改选|投票|产生)[^。；]{0,40}：$|(?:任命|聘任|委任|任免|任职)[^。；]{0,20}(?:如下|名单|决定)?：$"
    ),
    "decided": patterns.compile(r"(?:免去|解聘|罢免|免职)[^。；]{0,12}：$"),
    "awarded": patterns.compile(r"(?:受奖|获奖|得奖|表彰|授奖|奖项|授予)[^。；]{0,12}(?:名单|如下|名录|：$)"),
}
_CLOSES = patterns.compile(r"出席|列席|参会|与会|签到|请假")
_LINE = 160


def find(passages: Passages, sealed: str, ahead: Sequence[Span], lexicon: Lexicon) -> Iterator[Resolution]:
    """The posts and prizes that lists name, each below a line that announces the list."""
    ready = rules.load("resolution_roster", lexicon)
    opened: set[str] = set()
    for block in passages.blocks:
        if block.kind == "boilerplate" or any(block.span.overlaps(span) for span in ahead):
            continue
        words = sealed[block.span.slice]
        listed = False
        if len(block.span) <= _LINE:
            for rule in ready:
                if rule.gives["kind"] not in opened:
                    continue
                for match in rule.finditer(Skeleton.of(sealed, block.span, ())):
                    span = match.group("matter")
                    assert span is not None
                    listed = True
                    kind, outcome = cast(ResolutionKind, rule.gives["kind"]), cast(Outcome, rule.gives["outcome"])
                    yield Resolution(
                        kind,
                        written(passages.text[span.slice]),
                        outcome,
                        None,
                        span,
                        Evidence(rule.name, (span,), block.span),
                    )
        if not listed:
            opened = {kind for kind, opens in _OPENS.items() if opens.search(words[-60:])} | (
                opened if len(block.span) <= 40 and not _CLOSES.search(words) else set()
            )
