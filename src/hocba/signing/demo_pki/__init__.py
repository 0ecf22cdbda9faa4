"""A demonstration public-key infrastructure. Its certificates say of themselves that they are worth nothing in law."""
