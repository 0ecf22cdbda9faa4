"""Run as a program: take one step of a batch and be killed (SIGKILL) at a named point of it.

Arguments: folder of keys, batch, user, point, and which visit of the point is the last.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

POINTS = {
    "claimed": "hocba.web.issuance.services.sign._prepare",
    "intended": "tests.web.issuance.box.Box.begin",
    "key has signed": "tests.web.issuance.box.Box.collect",
    "before storing": "hocba.web.issuance.services.sign._keep",
    "while storing": "hocba.web.issuance.services.sign.settle",
    "before rendering": "hocba.web.issuance.services.seal._render",
    "before verifying": "hocba.web.issuance.services.seal._require_valid",
    "while issuing": "hocba.web.issuance.services.seal._register",
}
"""Name of the point → the function that is entered there."""


def main(keys: str, batch_id: str, user_id: str, point: str, visit: str) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hocba.web.project.settings")
    django.setup()
    from django.utils import timezone
    from tests.web.issuance.box import Box

    from hocba.signing.demo_pki.store import load
    from hocba.signing.demo_pki.timestamp import DemoTimestamper
    from hocba.signing.trust.store import TrustStore
    from hocba.web.accounts.selectors import actor_for
    from hocba.web.issuance.keys import Keys
    from hocba.web.issuance.models import SigningBatch
    from hocba.web.issuance.services.work import step
    from hocba.web.shared import tenancy

    pki, holders = load(Path(keys))
    trust = TrustStore((pki.root.certificate.der,), (pki.issuing.certificate.der,))
    box = Keys(Box(holders), DemoTimestamper.of(pki, timezone.now), trust)
    with tenancy.scope(tenancy.Scope(user_id=int(user_id))):
        actor = actor_for(int(user_id), None)
    assert actor is not None
    with tenancy.scope(actor.scope):
        batch = SigningBatch.objects.select_related("school_class", "certificate").get(pk=batch_id)
    _die_in(POINTS[point], int(visit))
    step(batch, actor=actor, connect=lambda: box, most=50)


def _die_in(dotted: str, visit: int) -> None:
    module, _, name = dotted.rpartition(".")
    owner = _load(module)
    real: Callable[..., Any] = getattr(owner, name)
    visits = 0

    def deadly(*given: Any, **named: Any) -> Any:
        nonlocal visits
        visits += 1
        if visits == visit:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*given, **named)

    setattr(owner, name, deadly)


def _load(dotted: str) -> Any:
    from django.utils.module_loading import import_string

    try:
        return import_string(dotted)
    except ImportError:
        return __import__(dotted, fromlist=["_"])


if __name__ == "__main__":
    main(*sys.argv[1:])
