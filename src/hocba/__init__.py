"""Học bạ số: from a class's gradebook to signed transcripts that a stranger can check."""

__version__ = "0.1.0"
