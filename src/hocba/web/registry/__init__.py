"""Pupils and where they are enrolled over time."""
