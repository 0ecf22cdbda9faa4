"""Append-only log of what was issued and recalled: a room kept free until the log is built."""
