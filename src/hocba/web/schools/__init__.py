"""Authorities, schools, classes, the subjects of a class and who teaches them."""
