"""People who sign in, the offices they hold, the office each works in at the moment."""
