"""What one cell says: a mark, a date, an identifier, a level. Each reader returns a value or raises ProblemError."""
