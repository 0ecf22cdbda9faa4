"""The public page: a stranger checks a transcript. No session, no keys."""
