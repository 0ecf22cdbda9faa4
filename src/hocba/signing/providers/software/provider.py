"""A provider whose keys are loaded once and kept (parsing an RSA key costs as much as signing a hundred times)."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12

from hocba.kernel.problems import Problem, fail
from hocba.signing.algorithms import PrivateKey, sign_digest
from hocba.signing.certificates import SigningCertificate
from hocba.signing.ports import Credential, HashToSign, Outcome, Progress, SigningRequest, Ticket

HASH_BYTES = 32


class SoftwareProvider:
    """``signing.ports.Provider``; answers at once. ``keys``: credential id → (key, certificate)."""

    def __init__(self, keys: Mapping[str, tuple[PrivateKey, SigningCertificate]]) -> None:
        self._keys = dict(keys)
        self._answers: dict[Ticket, Progress] = {}

    @classmethod
    def from_pkcs12(cls, files: Mapping[str, Path], *, password: bytes) -> Self:
        """Raises ProblemError ``key.unreadable`` naming the credential; the password is never part of it."""
        return cls({identifier: _load(identifier, path, password) for identifier, path in files.items()})

    def credentials(self) -> Sequence[Credential]:
        return [Credential(identifier, certificate) for identifier, (_, certificate) in self._keys.items()]

    def begin(self, request: SigningRequest) -> Ticket:
        """Raises ProblemError ``credential.unknown``, ``key.unsupported`` (another algorithm than the key's)."""
        if request.credential not in self._keys:
            raise fail("credential.unknown", value=request.credential)
        key, certificate = self._keys[request.credential]
        if certificate.algorithm is not request.algorithm:
            raise fail("key.unsupported", value=request.algorithm)
        ticket = Ticket(secrets.token_urlsafe(16))
        self._answers[ticket] = Progress({item.key: _answer(key, item) for item in request.items})
        return ticket

    def collect(self, ticket: Ticket) -> Progress:
        """Once per ticket. Raises ProblemError ``ticket.unknown``."""
        if ticket not in self._answers:
            raise fail("ticket.unknown")
        return self._answers.pop(ticket)


def _answer(key: PrivateKey, item: HashToSign) -> Outcome:
    if len(item.digest) != HASH_BYTES:
        return Problem("hash.invalid", item.key)
    return sign_digest(key, item.digest)


def _load(identifier: str, path: Path, password: bytes) -> tuple[PrivateKey, SigningCertificate]:
    try:
        key, certificate, others = pkcs12.load_key_and_certificates(path.read_bytes(), password)
    except (ValueError, OSError):
        raise fail("key.unreadable", value=identifier) from None
    if not isinstance(key, (rsa.RSAPrivateKey, ec.EllipticCurvePrivateKey)) or certificate is None:
        raise fail("key.unreadable", value=identifier)
    chain = tuple(each.public_bytes(Encoding.DER) for each in others if each.issuer != each.subject)
    return key, SigningCertificate(certificate.public_bytes(Encoding.DER), chain)
