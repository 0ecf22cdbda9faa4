"""Looked at before anybody signs: form, never law. One check per file, each with its source."""
