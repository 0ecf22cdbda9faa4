"""``HOCBA_KEYS`` of the demonstration: the key box, and the anchors of its authorities."""

from __future__ import annotations

from hocba.web.issuance.keys import Keys, trust
from hocba.web.project.demonstration.key_box import client


def connect() -> Keys:
    """Raises ProblemError ``demo_box.unreachable``."""
    box = client()
    return Keys(provider=box, timestamper=box, trust=trust())
