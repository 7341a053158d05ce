"""Figures in flattened tables: the bare number in a cell, with what its row, its column and the caption say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from huiyao import patterns
from huiyao.lexicon import Lexicon
from huiyao.recognize.numeral import exact, value
from huiyao.records import Amount, Block, Evidence, Passages, Quantity, Statistic, Status

_NUMBER = patterns.compile(r"[-+−]?[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?|[-+−]?[0-9]+(?:\.[0-9]+)?")
_NOTHING = patterns.compile(r"[-—–－/…*·]*$")
_YEAR = patterns.compile(r"(?P<year>(?:19|20)[0-9]{2})年?度?")
_UNIT_COLUMN = patterns.compile(r"(?:计量)?单位$")
_PASSED_OVER = patterns.compile(
    r"^(?:序号?|编号|排名|名次|位次|排序|年份|电话|代码|备注|年龄|届次|时间|日期|项号|链长|分机|楼层|房号|邮编)"
)
_IN_BRACKETS = patterns.compile(r"[（(](?P<unit>[^（）()]{1,12})[）)]$")
_SAID_UNIT = patterns.compile(r"单位[:：](?P<unit>[^\s，。）)]{1,8})")
_TARGET = patterns.compile(r"目标|计划|任务|预期|指标值|预算(?!执行)")
_FORECAST = patterns.compile(r"预计|预测")
_CHANGE = patterns.compile(r"同比|比上年|较上年|增长|增幅|增减|±")
_SINCE_YEAR = patterns.compile(r"[比较]上年(?:增长|增加|提高|下降|减少)$")
_REACHED = patterns.compile(
    r"完成|实绩|实际|实现|数值|绝对[数量额]|总量|本期|累计|合计|目标值?|计划数?|指标|当年|年度|全年"
)
_LABEL = patterns.compile(
    r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十0-9]+[）)]|[0-9]+[.、]|其中[:：]?|[#※*•·]|[-—]+)"
)
_VOTES = patterns.compile(r"票数|得票|票$")
_MATTER = patterns.compile(r"《(?P<title>[^《》]{2,60})》")


class Column(NamedTuple):
    """What stands over a column of figures."""

    text: str
    unit: str | None
    year: int | None
    status: Status


def read(passages: Passages, period: str | None, lexicon: Lexicon) -> Iterator[list[Statistic]]:
    """The statistics of each of a report's tables; `period` is that of cells without a year of their own."""
    units = _Units(lexicon, shares="股东大会" in passages.text or "股东会" in passages.text)
    blocks = passages.blocks
    for is_row, run in groupby(range(len(blocks)), key=lambda i: blocks[i].kind == "row"):
        rows = list(run)
        if is_row:
            yield [*_Table(passages, rows[0], [blocks[i] for i in rows], period, units).statistics()]


class _Units:
    """Units as they stand in a heading: 万吨, 亿元, %."""

    def __init__(self, lexicon: Lexicon, *, shares: bool) -> None:
        self.votes = "股" if shares else "票"
        words = lexicon.alternation("unit")
        self._written = patterns.compile(
            f"(?P<scale>[十百千]?[万亿]|[百千](?![克瓦米]))?(?P<unit>(?:{words})(?:/(?:{words}))?)"
        )

    def split(self, written: str) -> tuple[Decimal, str] | None:
        """The scale and the bare unit, None for what is no unit."""
        found = self._written.fullmatch(written.replace("％", "%").strip())
        if found is None:
            return None
        scale = found.group("scale")
        return (value(scale) if scale else Decimal(1)), found.group("unit").removeprefix("个") or "个"


class _Table:
    """One run of rows. Rows without any figure are headings for those that follow."""

    def __init__(
        self, passages: Passages, first: int, rows: Sequence[Block], period: str | None, units: _Units
    ) -> None:
        self.text = passages.text
        self.rows = rows
        self.period = period
        self.units = units
        above = passages.blocks[max(0, first - 3) : first]
        self.caption = "".join(
            self.text[b.span.slice] for b in above if b.kind in ("caption", "paragraph") and len(b.span) < 60
        )
        self.matter = self._matter(above)

    def statistics(self) -> Iterator[Statistic]:
        heads: list[Block] = []
        columns: list[Column] = []
        for row in self.rows:
            if self._is_head(row):
                heads = [row] if columns else [*heads, row]
                columns = []
                continue
            columns = columns or self._columns(heads)
            if columns:
                yield from self._row(row, columns)

    def _matter(self, above: Sequence[Block]) -> str:
        """What was voted on, as the last heading before the table names it."""
        for block in reversed(above):
            if (found := _MATTER.search(self.text[block.span.slice])) is not None:
                return found.group("title").removeprefix("关于").removesuffix("的议案")
        return ""

    def _is_head(self, row: Block) -> bool:
        cells = [self.text[c.slice] for c in row.cells]
        figures = [c for c in cells if _NUMBER.fullmatch(c.rstrip("%％"))]
        return not figures or (
            bool(cells) and not _NUMBER.fullmatch(cells[0]) and all(_YEAR.fullmatch(c) for c in cells[1:])
        )

    def _columns(self, heads: Sequence[Block]) -> list[Column]:
        texts = [[self.text[c.slice] for c in h.cells] for h in heads[-2:]]
        if not texts:
            return []
        if len(texts) == 1 or not texts[0]:
            return [self._column(t) for t in texts[-1]]
        top, bottom = texts
        # 同意 反对 弃权 stand over 票数 比例 票数 比例 票数 比例; the first column has only the upper line
        if len(top) > 1 and len(bottom) > len(top) - 1 and len(bottom) % (len(top) - 1) == 0:
            wide = len(bottom) // (len(top) - 1)
            return [self._column(top[0]), *(self._column(top[1 + i // wide] + b) for i, b in enumerate(bottom))]
        return [self._column(t) for t in bottom]

    def _column(self, text: str) -> Column:
        unit = None
        if (said := _IN_BRACKETS.search(text)) is not None and self.units.split(said.group("unit")) is not None:
            unit, text = said.group("unit"), text[: said.start()]
        elif text.endswith(("%", "％")):
            unit, text = "%", text[:-1]
        elif _VOTES.search(text):
            unit = self.units.votes
        year = _YEAR.search(text)
        status: Status = "target" if _TARGET.search(text) else "forecast" if _FORECAST.search(text) else "actual"
        return Column(text, unit, int(year.group("year")) if year else None, status)

    def _row(self, row: Block, columns: Sequence[Column]) -> Iterator[Statistic]:
        cells = row.cells
        if len(cells) == len(columns) + 1:
            # nothing stands over the labels
            columns = [self._column(""), *columns]
        if len(cells) != len(columns):
            return
        texts = [self.text[c.slice] for c in cells]
        label_at = next(
            (i for i, t in enumerate(texts) if not _NUMBER.fullmatch(t) and not _PASSED_OVER.match(columns[i].text)),
            None,
        )
        if label_at is None:
            return
        label, row_unit = self._label(texts[label_at])
        for text, column in zip(texts, columns, strict=True):
            if _UNIT_COLUMN.fullmatch(column.text):
                row_unit = text
        for i, (cell, text, column) in enumerate(zip(cells, texts, columns, strict=True)):
            if i <= label_at or _PASSED_OVER.match(column.text) or _UNIT_COLUMN.fullmatch(column.text):
                continue
            amount = self._amount(text, column, row_unit)
            if amount is None:
                continue
            yield Statistic(
                self._subject(label, column),
                Quantity(cell, text, amount, None, "cell"),
                str(column.year) if column.year else self._period_beside(columns, i),
                column.status,
                None,
                cells[label_at],
                Evidence("table", (cells[label_at], cell), row.span),
            )

    def _label(self, text: str) -> tuple[str, str | None]:
        text = _LABEL.sub("", text)
        said = _IN_BRACKETS.search(text)
        if said is not None and self.units.split(said.group("unit")) is not None:
            return text[: said.start()], said.group("unit")
        return text, None

    def _amount(self, text: str, column: Column, row_unit: str | None) -> Amount | None:
        percent = text.endswith(("%", "％"))
        bare = text.rstrip("%％")
        if not _NUMBER.fullmatch(bare):
            return None
        said = _SAID_UNIT.search(self.caption)
        written = (
            "%"
            if percent or (column.unit is None and _CHANGE.search(column.text))
            else column.unit or row_unit or (said.group("unit") if said else None)
        )
        unit = self.units.split(written) if written else None
        if unit is None:
            return None
        number = exact(value(bare.replace("−", "-").lstrip("+-")) * unit[0])
        return Amount(number, None, unit[1], "exact")

    def _period_beside(self, columns: Sequence[Column], at: int) -> str | None:
        """When a column without a year holds: with the one before it, the caption, or the report."""
        before = [c.year for c in columns[:at] if c.year]
        if before and _CHANGE.search(columns[at].text):
            return str(before[-1])
        caption = _YEAR.search(self.caption)
        return caption.group("year") if caption else self.period

    def _subject(self, label: str, column: Column) -> str:
        said = _YEAR.sub("", column.text)
        said = "" if _REACHED.fullmatch(said) else said
        if _CHANGE.search(said):
            said = said if _SINCE_YEAR.match(said) else "同比" if "比" in said else said
        matter = self.matter if patterns.compile("同意|反对|弃权|赞成").match(said) else ""
        return f"{matter or label}{said}"
