"""What the regulations conclude from a gradebook, with the trace."""
