"""What others may use of the import."""

from __future__ import annotations

from hocba.web.exchange.samples import sample

__all__ = ["sample"]
