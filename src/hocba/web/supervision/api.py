"""What the project may use of supervision."""

from __future__ import annotations

from hocba.web.supervision.cards import cards

__all__ = ["cards"]
