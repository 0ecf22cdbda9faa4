"""The published descriptions of the format: XSD, Schematron, JSON Schema."""
