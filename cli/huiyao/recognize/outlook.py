"""Which stretches of a report speak of what is to come: a plan's sections, and clauses in the future."""

from __future__ import annotations

from collections.abc import Iterator

from huiyao import patterns
from huiyao.records import Block, Passages
from huiyao.text import Span

_PLAN = patterns.compile(
    r"(?:工作|年度?|下一?步|今后|未来|下一?阶段|下半年|来年|明年|重点|主要|总体|奋斗|预期|发展)"
    r"[^，。：；]{0,12}(?:计划|打算|安排|思路|设想|展望|规划|部署|目标|要点|任务)"
    r"|^(?:下一?步|今后|未来)"
)
_PAST = patterns.compile(r"总结|回顾|完成|执行|开展|落实|情况")
_HEADING = 40
_OPENING = patterns.compile(
    r"^(?:20\d\d年|明年|下一?步|今后|未来|新的一年)[^。]{0,30}(?:将|要|计划|打算|重点|主要)[^。]{0,30}(?:工作|目标|事项|方面)[^。]{0,6}[：:]"
)
_FUTURE = patterns.compile(
    r"将(?!.*(?:更名|调整|变更|由))|拟(?!定)|计划|力争|争取|希望|准备(?!，)|打算|预计|有望|即将|筹备(?!，)|筹建|申请|建议|鼓励|应当|须|需要|必须"
    r"|(?<![主重需只首必摘纪概简])要(?!求|闻|素|点|件)|欲|努力|尽快|下一?步|今后|未来"
)
_URGED = patterns.compile(r"(?:推动|推进|支持|鼓励|促进|引导|加快|帮助|协助|倡议|提议|呼吁)[^，]{0,6}$")
_AHEAD = patterns.compile(
    r"(?:第?[一二三四五六七八九]要|[一二三四五六七八九]是要|今后|未来|下一?步|明年|接下来|后续|来年)"
)
_WISH = patterns.compile(
    r"(?:^|，)[^，]{0,12}?(?<![主重需只首必摘纪概简])要(?!求|闻|素|点|件|么|约)|希望|拟(?:于|在|召)|力争|计划(?:于|在|今年|明年)|打算|呼吁|号召|必须|今后|未来|下一?步"
    r"|应当|应具备|可申请|条件：|(?:^|，)(?:若|如果|凡是|一旦)|将(?=[^，]{0,8}(?:审议|听取|选举|换届|召开|举行|讨论|聚焦|致力|秉承|继续|进一步|积极|充分|坚持|全力|大力|不断|着力))|议[程题](?:有|是|为|包括)|有[^，；。]{1,3}议[程题]"
)
# 将审议通过: what is passed there is still to come.
_COMING = patterns.compile(r"将[^，；。：]{0,8}$")
_DONE = patterns.compile(r".*(?P<verb>决定|同意|通过|批准|决议|确定)")


def plans(passages: Passages) -> tuple[Span, ...]:
    """The stretches below headings that announce plans, in order, up to the next heading of their level."""
    return tuple(_below(passages.blocks, passages.text))


def is_future(words: str) -> bool:
    """Whether the words before a verb put it in the future or make it a wish; what was decided to be done is not."""
    decided = _DONE.match(words)
    return bool(_FUTURE.search(words, 0, decided.start("verb") if decided else len(words)))


def is_urged(words: str) -> bool:
    """Whether the words before a verb only further what it says: 推动成立, unlike 推动成立了."""
    return bool(_URGED.search(words))


def is_wish(words: str) -> bool:
    """Whether the earlier clauses of a sentence make all of it a wish or a plan: 希望协会…，…."""
    decided = _DONE.match(words)
    told = decided and not _COMING.search(words, 0, decided.start("verb"))
    return bool(_WISH.search(words, decided.end() if decided and told else 0))


def looks_ahead(sentence: str) -> bool:
    """Whether a whole sentence speaks of what is to come: 未来两年…, 二要…."""
    return bool(_AHEAD.match(sentence))


def _below(blocks: tuple[Block, ...], text: str) -> Iterator[Span]:
    rank: int | None = None
    start = end = 0
    for block in blocks:
        own = _rank(block)
        if rank is not None and own is not None and own <= rank:
            yield Span(start, block.span.start)
            rank = None
        if rank is None and _announces(text[block.span.slice], block, own):
            rank, start = 1 if own is None else own, block.span.start
        end = block.span.end
    if rank is not None:
        yield Span(start, end)


def _rank(block: Block) -> int | None:
    """The level of a numbered block; 0 for a heading without number, which stands above all of them."""
    return block.level or (0 if block.kind == "heading" else None)


def _announces(words: str, block: Block, rank: int | None) -> bool:
    if block.kind == "title":
        return False
    head = words[:_HEADING]
    if _OPENING.match(words[: 2 * _HEADING]):
        return True
    return rank is not None and len(words) <= _HEADING and bool(_PLAN.search(head)) and not _PAST.search(head)
