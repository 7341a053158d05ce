"""The automatic numbers of a Word document's paragraphs: they stand in no text, only in rules for counting."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of Word's own elements and attributes, as ElementTree writes it before a name."""

_DIGITS = "〇一二三四五六七八九"
_CHINESE = re.compile("chinese|ideograph|japanese|taiwanese|korean", re.I)
_DEEPEST_STYLE = 12


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level of a list is counted and written: `text` is such as (%1) or %1.%2."""

    form: str
    text: str
    start: int


class Numbering:
    """Counts the paragraphs of a document as they are read, in order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._lists = _lists(numbering) if numbering is not None else {}
        self._styles = {
            style.get(f"{W}styleId", ""): style
            for style in (styles if styles is not None else ())
            if style.tag == f"{W}style"
        }
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def label(self, paragraph: Element) -> str:
        """The number of a paragraph as it is shown, such as 一、 or (2); empty for one without."""
        list_id, depth = self._place(paragraph.find(f"{W}pPr"))
        levels = self._lists.get(list_id, {})
        if depth not in levels:
            return ""
        counts = self._counts[list_id]
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        return re.sub(r"%(\d)", lambda found: self._number(levels, counts, int(found[1]) - 1), levels[depth].text)

    def _number(self, levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
        level = levels.get(depth)
        return "" if level is None else _written(counts.get(depth, level.start), level.form)

    def _place(self, properties: Element | None) -> tuple[str, int]:
        """List and level of a paragraph with these properties, taken from its style if it does not say itself."""
        list_id, depth = "", 0
        for _ in range(_DEEPEST_STYLE):
            if properties is None:
                break
            own = properties.find(f"{W}numPr")
            if own is not None:
                level, number = own.find(f"{W}ilvl"), own.find(f"{W}numId")
                depth = int(level.get(f"{W}val", "0")) if level is not None else depth
                if number is not None:
                    return number.get(f"{W}val", ""), depth
            style = properties.find(f"{W}pStyle")
            named = self._styles.get(style.get(f"{W}val", "")) if style is not None else None
            if named is None:
                break
            properties = _with_base(named)
        return list_id, depth


def _with_base(style: Element) -> Element:
    """The paragraph properties of a style, its base style named as its own style."""
    properties = Element(f"{W}pPr")
    own = style.find(f"{W}pPr")
    properties.extend([child for child in (own if own is not None else ()) if child.tag != f"{W}pStyle"])
    base = style.find(f"{W}basedOn")
    if base is not None:
        properties.append(Element(f"{W}pStyle", {f"{W}val": base.get(f"{W}val", "")}))
    return properties


def _lists(numbering: Element) -> dict[str, dict[int, _Level]]:
    kinds: dict[str, dict[int, _Level]] = {}
    for kind in numbering.findall(f"{W}abstractNum"):
        kinds[kind.get(f"{W}abstractNumId", "")] = {
            int(level.get(f"{W}ilvl", "0")): _Level(
                _value(level, "numFmt", "decimal"), _value(level, "lvlText", ""), int(_value(level, "start", "1"))
            )
            for level in kind.findall(f"{W}lvl")
        }
    return {
        each.get(f"{W}numId", ""): kinds.get(_value(each, "abstractNumId", ""), {})
        for each in numbering.findall(f"{W}num")
    }


def _value(element: Element, name: str, default: str) -> str:
    child = element.find(f"{W}{name}")
    return default if child is None else child.get(f"{W}val", default)


def _written(number: int, form: str) -> str:
    """A number in one of Word's forms; those that no report uses are written in digits, bullets are left out."""
    if form in ("bullet", "none"):
        return ""
    if form == "decimalEnclosedCircle" and 1 <= number <= 20:
        return chr(0x2460 + number - 1)
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    return _chinese(number) if _CHINESE.search(form) else str(number)


def _chinese(number: int) -> str:
    if not 0 < number < 100:
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十") + (_DIGITS[ones] if ones else "")


def _roman(number: int) -> str:
    signs = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for value, sign in signs:
        while number >= value:
            text, number = text + sign, number - value
    return text
