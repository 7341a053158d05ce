"""Dates and stretches of days: `find` reads what is written, `resolve` fills in what is meant."""

from huiyao.recognize.date.founding import is_bound, is_founding
from huiyao.recognize.date.meant import resolve
from huiyao.recognize.date.written import find

__all__ = ["find", "is_bound", "is_founding", "resolve"]
