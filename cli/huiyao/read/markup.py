"""A tree of HTML, as lenient as pages need, and the lines of text that a browser would show of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(re.findall(r"\w+", "area base br col embed hr img input link meta param source track wbr"))
_UNSEEN = frozenset(
    re.findall(
        r"\w+",
        """
        script style noscript template svg math iframe object select option button textarea datalist rt rp head
        """,
    )
)
_BLOCK = frozenset(
    re.findall(
        r"\w+",
        """
        address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure
        footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table
        tbody td tfoot th thead tr ul
        """,
    )
)
# What a tag closes that was left open, up to the tags after the colon.
_CLOSES = {
    "p": ({"p"}, {"table", "td", "div", "li", "body"}),
    "li": ({"li"}, {"ul", "ol", "menu"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "tr": ({"td", "th", "tr"}, {"table"}),
    "tbody": ({"td", "th", "tr", "tbody", "thead"}, {"table"}),
}
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)
_WHITE = re.compile(r"[ \t\n\r\f]+")
_DEEPEST = 150


@dataclass(slots=True, eq=False)
class Element:
    """An element with its attributes; children are elements and text in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)
    parent: Element | None = None

    def find_all(self, *tags: str) -> Iterator[Element]:
        """The elements of these tags inside, in the order of the page."""
        stack = [self]
        while stack:
            element = stack.pop()
            if element.tag in tags:
                yield element
            stack += [child for child in reversed(element.children) if isinstance(child, Element)]

    def text(self) -> str:
        """All text inside, white space as it is."""
        parts: list[str] = []
        stack: list[Element | str] = [self]
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                parts.append(node)
            else:
                stack += reversed(node.children)
        return "".join(parts)


@dataclass(slots=True)
class Line:
    """A line of the page: its text, how many of its characters are links, and the element that it stands in."""

    text: str
    linked: int
    element: Element


def parse(page: str) -> Element:
    """The tree of a page."""
    builder = _Builder()
    whole, end, rest = _without_comments(page).rpartition(">")
    # No tag is whole in the rest; the parser would read to its end for each that begins.
    builder.feed(whole + end + rest.replace("<", "&lt;"))
    builder.close()
    return builder.root


def _without_comments(page: str) -> str:
    """The page without its comments: the parser reads on to the end again for each that is not closed."""
    parts: list[str] = []
    at = 0
    while (start := page.find("<!--", at)) >= 0 and (end := page.find("-->", start + 2)) >= 0:
        parts.append(page[at:start])
        at = end + len("-->")
    return "".join((*parts, page[at:].replace("<!--", "")))


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("html")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("html", "body"):
            return
        closed, limits = _CLOSES.get(tag, ((), ()))
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag in closed:
                del self._open[depth:]
            elif self._open[depth].tag in limits:
                break
        parent = self._open[-1]
        element = Element(tag, {name: value or "" for name, value in attrs}, parent=parent)
        parent.children.append(element)
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return
            if tag not in _BLOCK and self._open[depth].tag in _BLOCK:
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def lines(root: Element) -> list[Line]:
    """The lines of an element that hold text; the cells of a table's row are parted by tabs."""
    writer = _Writer(root)
    writer.write(root, in_link=False)
    writer.end_line(root)
    return writer.lines


_LONGEST_CELL = 80


class _Writer:
    def __init__(self, root: Element) -> None:
        self.lines: list[Line] = []
        self._text = ""
        self._linked = 0
        self._element = root

    def write(self, element: Element, *, in_link: bool) -> None:
        for child in element.children:
            if isinstance(child, str):
                self._add(child if element.tag == "pre" else _WHITE.sub(" ", child), element, in_link)
            elif child.tag == "br":
                self.end_line(element)
            elif child.tag in _UNSEEN or _HIDDEN.search(child.attributes.get("style", "")):
                continue
            elif child.tag == "tr" and (cells := _cells(child)):
                self.end_line(child)
                self.lines.append(Line("\t".join(text for text, _ in cells), sum(n for _, n in cells), child))
            elif child.tag in _BLOCK:
                self.end_line(element)
                self.write(child, in_link=in_link)
                self.end_line(child)
            else:
                self.write(child, in_link=in_link or child.tag == "a")

    def _add(self, text: str, element: Element, in_link: bool) -> None:
        if "\n" in text:
            first, *rest = text.split("\n")
            self._add(first, element, in_link)
            for line in rest:
                self.end_line(element)
                self._add(line, element, in_link)
            return
        if not self._text.strip():
            self._element = element
        if self._text.endswith(" ") or not self._text:
            text = text.lstrip(" ")
        self._text += text
        self._linked += len(text.strip()) if in_link else 0

    def end_line(self, element: Element) -> None:
        """Ends the line, if there is one."""
        if text := self._text.strip(" \t\r\f"):
            self.lines.append(Line(text, self._linked, self._element))
        self._text, self._linked, self._element = "", 0, element


def _cells(row: Element) -> list[tuple[str, int]]:
    """The cells of a row of data with the number of characters in links; none for a row that only lays out a page."""
    cells: list[tuple[str, int]] = []
    for cell in row.children:
        if isinstance(cell, Element) and cell.tag in ("td", "th"):
            if next(cell.find_all("table"), None) is not None:
                return []
            inside = lines(cell)
            text = " ".join(line.text for line in inside)
            if len(text) > _LONGEST_CELL and (len(inside) > 1 or len(text) > 3 * _LONGEST_CELL):
                return []
            cells.append((text.replace("\t", " "), sum(line.linked for line in inside)))
    return cells if len(cells) > 1 and any(text for text, _ in cells) else []
