"""Drafts, signing batches, issued transcripts."""
