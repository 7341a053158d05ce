"""The value of a numeral as Chinese reports write it: 1,200; 2.5亿; 三十三; 一二七六; 十四·七兆; 3亿5,000万; 一万二千.

cn2an was tried for this and reads the plain forms, but refuses 两千余, 十四·七兆, 1,200, 两成一, 百余, 百亿 and
3亿5,000万; what had to be written around it was more than the whole, so the whole is here.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from huiyao import patterns

_FIGURES = {sign: str(n) for n, sign in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "两": "2"}
_SCALES = (("兆", 10**12), ("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10))
_LONGEST = 60  # characters; what is longer counts nothing
_PASSED_OVER = patterns.compile(r"[,，\s\u00a0余多来]|(?<=[0-9十百千])几")
_AS_WRITTEN = str.maketrans({"−": "-", "．": ".", "·": "点", "・": "点", "廿": "二十", "卅": "三十"}) | str.maketrans(
    "壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千"
)


def value(numeral: str) -> Decimal:
    """The number that a numeral stands for. 余, 多, 来, 几 inside it are passed over: 二千三百余 is 2300.

    Raises ValueError for what is no numeral.
    """
    plain = _PASSED_OVER.sub("", numeral).translate(_AS_WRITTEN)
    if not plain or len(plain) > _LONGEST:
        raise ValueError(f"not a numeral: {numeral!r}")
    try:
        return exact(_whole(plain))
    except InvalidOperation:
        raise ValueError(f"not a numeral: {numeral!r}") from None


def exact(number: Decimal) -> Decimal:
    """The same number without needless noughts: 2.5亿 is 250000000, not 250000000.0."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def _whole(plain: str) -> Decimal:
    """Divide at the largest scale: what stands before it is multiplied, what stands after it added."""
    for sign, size in _SCALES:
        if sign in plain:
            head, _, tail = plain.rpartition(sign)
            return (_whole(head) if head else Decimal(1)) * size + _rest(tail, size)
    return _figures(plain)


def _rest(tail: str, size: int) -> Decimal:
    if not tail:
        return Decimal(0)
    if tail == "半":
        return Decimal(size) / 2
    # 三千五 is 3500 and 1万2 is 12000, but 三千零五 is 3005 and 十五 is 15
    if len(tail) == 1 and size >= 100:
        return _figures(tail) * size / 10
    return _whole(tail)


def _figures(plain: str) -> Decimal:
    """Figures one after the other, Chinese or Arabic, with a point: 一二七六, 四点七, 12.5."""
    return Decimal("".join(_FIGURES.get(sign, "." if sign == "点" else sign) for sign in plain))
