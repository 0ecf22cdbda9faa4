"""XAdES baseline signatures (ETSI EN 319 132-1) over elements by Id, written as bytes."""
