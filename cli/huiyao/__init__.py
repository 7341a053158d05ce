"""Reads Chinese reports and says who attended, what was resolved and what was counted."""

__version__ = "0.1.0"
