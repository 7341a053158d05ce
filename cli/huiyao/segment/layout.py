"""What only a line's neighbours tell: the title, table rows, headings without a number, footers, repetitions.

Each function takes the lines of a text and gives the indices of those that it knows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from huiyao.records import BlockKind
from huiyao.text import Span


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a piece of one, without the spaces around it."""

    span: Span
    text: str


# A shorter line may well be written twice: 决议：照案通过。
_LONG = 24
# The title stands among the first lines; further down a short line is a heading.
_TOP = 12
_PROSE = re.compile(r"[。！？；!?;]|[\u4e00-\u9fff）)][.．](?=\s|$)")
_IMPRINT = re.compile(
    r"(?:来源|作者|编辑|记者|时间|日期|发布|发表|供稿|撰稿|通讯员|摄影|责编|审核|编号|代码|文号)[^，。]{0,4}[：:]|^\W*\d{2,4}[-年/.]\s?\d{1,2}[-月/.]\s?\d{1,2}"
    r"|^[（(].*[）)]$|\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?\W*$|〔\d{4}〕|^二[〇○零]"
)
_SITE = re.compile(r"^\w{2,10}(?:网|网站|在线|频道|日报|晚报|周刊|资讯网|官网|门户)$")
_ISSUER = re.compile(
    r"(?:协会|学会|商会|联合会|促进会|研究会|联盟|公司|委员会|集团|基金会|总会|公会|中心|政府|局|厅|院|大学)$"
)
_DOCUMENT = re.compile(
    r"^(?:[（(]?第|\d{4}|关于|二[〇○零]).*(?:公告|通告|纪要|纪录|记录|报告|总结|决议|通知|计划|要点|方案|公报|议程|简报)$"
)


def is_prose(text: str) -> bool:
    """Whether a line is running text rather than a title, a heading or a cell."""
    return len(text) > 90 or (len(text) > 24 and _PROSE.search(text) is not None)


def title(lines: Sequence[Line], looks: Sequence[BlockKind | None]) -> frozenset[int]:
    """The line that names the report, and the one before it where the title runs over two lines."""
    top: list[int] = []
    for i, line in enumerate(lines[:_TOP]):
        if is_prose(line.text) and not _is_title_like(line.text):
            break
        if _IMPRINT.search(line.text):
            if top:
                break
        elif looks[i] in (None, "heading") and _is_title_like(line.text) and not _SITE.match(line.text):
            top.append(i)
    if not top:
        return frozenset()
    best = max(top, key=lambda i: (min(len(lines[i].text), 12), -i))
    if _ISSUER.search(lines[best].text) and best + 1 in top and _DOCUMENT.match(lines[best + 1].text):
        return frozenset({best, best + 1})
    if best - 1 in top and _DOCUMENT.match(lines[best].text) and _ISSUER.search(lines[best - 1].text):
        return frozenset({best - 1, best})
    return frozenset({best})


def _is_title_like(text: str) -> bool:
    return 4 <= len(text) <= 80 and not re.search(r"。|[，：；、:;,]$|^[—–-]", text)


_WIDE = re.compile(r"\t+|[ \u3000\xa0]*\u3000[ \u3000]*|[ \xa0]{2,}")
_SPACE = re.compile(r"[ \t\u3000\xa0]+")
_NUMBER = re.compile(r"^[-—–+±]?\d[\d,，.]*(?:[%％]|[万亿]?[元家个人名次场项票股]?)$|^[—–-]+$")
_NO_CELL = re.compile(r"[。！？；：:!?;]|，(?!\d{3})|, |\d\s+[年月日]|[.．]$|^[（(].*[）)]$")
_TABLE_NAME = re.compile(r"附?[表图]\s*\d?")
# One character, a gap, one character: a short name spread to the width of longer ones.
_SPACED_NAME = re.compile(r"(?<![^\s])[\u4e00-\u9fff]\s+[\u4e00-\u9fff](?!\S)")
_HEADER = frozenset(
    ("序号", "姓名", "单位", "职务", "名称", "项目", "指标名称", "备注", "单位名称", "工作单位", "指标")
)


def rows(lines: Sequence[Line]) -> Mapping[int, tuple[Span, ...]]:
    """The table rows with their cells: neighbouring lines of several cells, or one with many short ones."""
    cells = [_cells(line) for line in lines]
    found: dict[int, tuple[Span, ...]] = {}
    for tabular, group in groupby(range(len(lines)), key=lambda i: len(cells[i]) > 1):
        run = list(group)
        if tabular and _is_table([[_cut(lines[i], c) for c in cells[i]] for i in run]):
            found.update((i, cells[i]) for i in run)
    return found


def _cells(line: Line) -> tuple[Span, ...]:
    text = line.text
    if len(text) > 200 or _NO_CELL.search(text) or _TABLE_NAME.match(text):
        return ()
    gap = _WIDE if _WIDE.search(text) else _SPACE
    cells: list[Span] = []
    start = 0
    for found in gap.finditer(text):
        if not _SPACED_NAME.match(text, found.start() - 1):
            cells.append(Span(start, found.start()))
            start = found.end()
    cells.append(Span(start, len(text)))
    return tuple(cell.shift(line.span.start) for cell in cells) if max(map(len, cells)) <= 40 else ()


def _cut(line: Line, cell: Span) -> str:
    return line.text[cell.start - line.span.start : cell.end - line.span.start]


def _is_table(run: Sequence[Sequence[str]]) -> bool:
    if len(run) == 1:
        return len(run[0]) >= 4 and max(map(len, run[0])) <= 12
    if any(_HEADER & set(cells) for cells in run[:2]):
        return True
    numeric = [i for i, cells in enumerate(run) if any(map(_NUMBER.match, cells))]
    if numeric and numeric[0] <= 2 and len(numeric) * 2 >= len(run) - numeric[0] and max(map(len, run)) >= 3:
        return True
    counts = [len(cells) for cells in run]
    return len(run) >= 3 and min(counts) == max(counts) >= 3


def unnumbered_headings(lines: Sequence[Line], looks: Sequence[BlockKind | None]) -> frozenset[int]:
    """Short lines without a stop at their end that stand between paragraphs."""
    prose = [i for i, line in enumerate(lines) if is_prose(line.text)]
    return frozenset(
        i
        for i, line in enumerate(lines[: prose[-1] if prose else 0])
        if i > prose[0]
        and looks[i] is None
        and 2 <= len(line.text) <= 30
        and not re.search(r"[，。；、：:,;]", line.text)
        and not _IMPRINT.search(line.text)
        and not _IMPRINT.search(lines[i + 1].text)
    )


def footer(lines: Sequence[Line], words: frozenset[str]) -> frozenset[int]:
    """The lines of lists of other reports: all below such a list's heading, or up to where prose goes on."""
    found: set[int] = set()
    prose = [len(line.text) if is_prose(line.text) else 0 for line in lines]
    total, above = sum(prose), 0
    for i, line in enumerate(lines):
        if line.text.strip(" 　:：>》»·…■▼【】[]") in words:
            if above > total - above:
                found.update(range(i, len(lines)))
                break
            end = next((j for j in range(i + 1, len(lines)) if prose[j]), len(lines))
            found.update(range(i, end))
        above += prose[i]
    return frozenset(found)


def repeated(lines: Sequence[Line], named: frozenset[int]) -> frozenset[int]:
    """Lines of some length, and the title, where they stand in the text again."""
    seen: set[str] = set()
    found: set[int] = set()
    for i, line in enumerate(lines):
        if line.text in seen:
            found.add(i)
        elif len(line.text) >= _LONG or i in named:
            seen.add(line.text)
    return frozenset(found)
