"""The box itself: ``python -m hocba.signing.providers.demo_box``."""

from __future__ import annotations

import hmac
import json
import warnings
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from hocba.kernel.clock import Clock
from hocba.kernel.problems import Problem, ProblemError, fail
from hocba.signing.algorithms import Algorithm
from hocba.signing.certificates import is_demonstration
from hocba.signing.demo_pki.authority import DemoPki, KeyHolder
from hocba.signing.demo_pki.timestamp import DemoTimestamper
from hocba.signing.ports import Credential, HashToSign, InsecureStandInWarning, Outcome, SigningRequest
from hocba.signing.providers.software.provider import SoftwareProvider

MOST_BYTES = 4 * 1024 * 1024
LEAST_TOKEN = 32
_LOOPBACK = "127.0.0.1"

Answer = dict[str, object]


class DemoBox:
    """What the box can do, apart from HTTP. Refuses keys whose certificates do not call themselves demonstration."""

    def __init__(self, pki: DemoPki, holders: Mapping[str, KeyHolder], *, demonstration: bool, clock: Clock) -> None:
        certificates = [holder.certificate.der for holder in holders.values()]
        if not demonstration or not all(map(is_demonstration, certificates)):
            raise fail("demo_box.not_demonstration")
        warnings.warn("demonstration keys are in use: signatures have no legal value", InsecureStandInWarning, 2)
        self._provider = SoftwareProvider({name: (each.key, each.certificate) for name, each in holders.items()})
        self._timestamper = DemoTimestamper.of(pki, clock)

    def credentials(self) -> Answer:
        return {"credentials": [_credential(each) for each in self._provider.credentials()]}

    def sign(self, asked: dict[str, Any]) -> Answer:
        items = tuple(HashToSign(str(item["key"]), b64decode(item["digest"])) for item in asked["hashes"])
        request = SigningRequest(str(asked["credential"]), Algorithm(asked["algorithm"]), items)
        progress = self._provider.collect(self._provider.begin(request))
        return {"outcomes": {key: _outcome(outcome) for key, outcome in progress.outcomes.items()}}

    def stamp(self, asked: dict[str, Any]) -> Answer:
        return {"token": b64encode(self._timestamper.stamp(b64decode(asked["digest"]))).decode()}


def serve(box: DemoBox, *, token: str, port: int = 0) -> ThreadingHTTPServer:
    """Bound to 127.0.0.1 and not yet running; ``port`` 0 lets the system choose. ``token``: at least 32 characters."""
    if len(token) < LEAST_TOKEN:
        raise fail("demo_box.weak_token")
    actions: dict[tuple[str, str], Callable[[dict[str, Any]], Answer]] = {
        ("GET", "/credentials"): lambda _: box.credentials(),
        ("POST", "/sign"): box.sign,
        ("POST", "/stamp"): box.stamp,
    }
    expected = f"Bearer {token}".encode()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._handle("GET")

        def do_POST(self) -> None:
            self._handle("POST")

        def _handle(self, method: str) -> None:
            body = self._body()
            if not hmac.compare_digest(self.headers.get("Authorization", "").encode(), expected):
                return self._reply(401, {"problem": "demo_box.refused"})
            action = actions.get((method, self.path))
            if action is None or body is None:
                return self._reply(404, {"problem": "demo_box.refused"})
            try:
                return self._reply(200, action(json.loads(body or b"{}")))
            except ProblemError as error:
                return self._reply(409, {"problem": error.problem.code})
            except (ValueError, KeyError, TypeError):
                return self._reply(400, {"problem": "demo_box.refused"})

        def _body(self) -> bytes | None:
            size = self.headers.get("Content-Length", "0")
            if not size.isdigit() or int(size) > MOST_BYTES:
                self.close_connection = True
                return None
            return self.rfile.read(int(size))

        def _reply(self, status: int, answer: Answer) -> None:
            data = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
            """Nothing: requests name people's keys."""

    return ThreadingHTTPServer((_LOOPBACK, port), Handler)


def _credential(credential: Credential) -> Answer:
    certificate = credential.certificate
    return {
        "id": credential.id,
        "certificate": b64encode(certificate.der).decode(),
        "issuers": [b64encode(der).decode() for der in certificate.issuers],
        "algorithm": certificate.algorithm.value,
    }


def _outcome(outcome: Outcome) -> Answer:
    return {"problem": outcome.code} if isinstance(outcome, Problem) else {"value": b64encode(outcome).decode()}
