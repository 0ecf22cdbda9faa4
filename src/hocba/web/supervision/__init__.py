"""Counts for the ward; never a child's name above the school."""
