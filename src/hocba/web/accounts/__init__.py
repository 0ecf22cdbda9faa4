"""People who sign in, the offices they hold, the office at work in this session."""
