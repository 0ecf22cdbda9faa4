"""Whom to believe: anchors, paths to them, revocation."""
