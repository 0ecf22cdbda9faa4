"""Marks, comments, attendance, conduct: what teachers enter."""
