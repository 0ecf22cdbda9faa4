"""Verification, independent of the writers: what is read is bound to what is signed, and every answer has reasons."""
