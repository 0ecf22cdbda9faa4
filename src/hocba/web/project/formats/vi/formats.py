"""Numbers as Vietnamese writes them: 1.499 pupils. Django's own Vietnamese leaves the groups out."""

from __future__ import annotations

NUMBER_GROUPING = 3
THOUSAND_SEPARATOR = "."
DECIMAL_SEPARATOR = ","
