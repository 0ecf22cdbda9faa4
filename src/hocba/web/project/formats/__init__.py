"""Formats of languages where Django's own need mending."""
