"""Speaks to the demonstration box; ``signing.ports.Provider`` and ``signing.ports.Timestamper`` in one."""

from __future__ import annotations

import http.client
import json
import secrets
import warnings
from base64 import b64decode, b64encode
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from hocba.kernel.problems import Problem, fail
from hocba.signing.certificates import SigningCertificate
from hocba.signing.ports import Credential, InsecureStandInWarning, Outcome, Progress, SigningRequest, Ticket

TIMEOUT_SECONDS = 30.0
_OK = 200


class DemoBoxClient:
    """``address``: ``http://127.0.0.1:<port>``. Raises ProblemError ``demo_box.unreachable``, or the box's own code."""

    def __init__(self, address: str, token: str) -> None:
        warnings.warn("demonstration keys are in use: signatures have no legal value", InsecureStandInWarning, 2)
        self._host = urlsplit(address).netloc
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        self._answers: dict[Ticket, Progress] = {}

    def credentials(self) -> Sequence[Credential]:
        found = self._ask("GET", "/credentials", None)["credentials"]
        return [Credential(each["id"], _certificate(each)) for each in found]

    def begin(self, request: SigningRequest) -> Ticket:
        asked = {
            "credential": request.credential,
            "algorithm": request.algorithm.value,
            "hashes": [{"key": item.key, "digest": b64encode(item.digest).decode()} for item in request.items],
        }
        answer = self._ask("POST", "/sign", asked)
        ticket = Ticket(secrets.token_urlsafe(16))
        self._answers[ticket] = Progress({key: _outcome(key, each) for key, each in answer["outcomes"].items()})
        return ticket

    def collect(self, ticket: Ticket) -> Progress:
        """Once per ticket. Raises ProblemError ``ticket.unknown``."""
        if ticket not in self._answers:
            raise fail("ticket.unknown")
        return self._answers.pop(ticket)

    def stamp(self, digest: bytes) -> bytes:
        return b64decode(self._ask("POST", "/stamp", {"digest": b64encode(digest).decode()})["token"])

    def _ask(self, method: str, path: str, body: object) -> dict[str, Any]:
        connection = http.client.HTTPConnection(self._host, timeout=TIMEOUT_SECONDS)
        try:
            connection.request(method, path, None if body is None else json.dumps(body), self._headers)
            response = connection.getresponse()
            status, answer = response.status, json.loads(response.read())
        except (OSError, http.client.HTTPException, ValueError):
            raise fail("demo_box.unreachable") from None
        finally:
            connection.close()
        if status != _OK:
            raise fail(str(answer.get("problem", "demo_box.refused")))
        read: dict[str, Any] = answer
        return read


def _certificate(each: dict[str, Any]) -> SigningCertificate:
    return SigningCertificate(b64decode(each["certificate"]), tuple(map(b64decode, each["issuers"])))


def _outcome(key: str, each: dict[str, str]) -> Outcome:
    return b64decode(each["value"]) if "value" in each else Problem(each["problem"], key)
