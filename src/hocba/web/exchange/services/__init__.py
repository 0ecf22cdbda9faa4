"""Writes of the import page."""
