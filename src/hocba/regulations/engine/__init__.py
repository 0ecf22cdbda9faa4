"""What every circular is written in: citations, dated parameters, rule sets, traces. No law of its own."""
