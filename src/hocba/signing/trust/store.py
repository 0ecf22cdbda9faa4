"""A trust store: anchors, known intermediates and statements of revocation, from a folder or built in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path as FilePath
from typing import Self, TypeVar

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp

from hocba.kernel.problems import Problem, fail
from hocba.signing.certificates import common_name, load
from hocba.signing.trust.chain import Path, build_path
from hocba.signing.trust.revocation import Revocations

MOST_PATHS = 4096
"""Kept in memory; strangers' files bring chains of their own, as many as they like."""
PEM_MARK = b"-----BEGIN"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ChainVerdict:
    """``names``: common names, holder first. ``problems``: why not to believe it. ``notes``: what is unknown."""

    names: tuple[str, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class TrustStore:
    """``anchors`` and ``intermediates``: DER. Judging is cached per certificate."""

    anchors: tuple[bytes, ...] = ()
    intermediates: tuple[bytes, ...] = ()
    revocations: Revocations = field(default_factory=Revocations)
    _paths: dict[tuple[bytes, ...], Path | None] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def load(cls, directory: FilePath) -> Self:
        """``*.pem``/``*.crt`` are anchors, ``intermediate/*`` help to build paths, ``*.crl`` and ``*.ocsp`` revoke.

        Raises ProblemError ``trust.unreadable`` naming the file, ``trust.missing`` if there is no such folder.
        """
        if not directory.is_dir():
            raise fail("trust.missing")
        return cls(
            anchors=_certificates(directory),
            intermediates=_certificates(directory / "intermediate"),
            revocations=Revocations(
                tuple(_read(path, _load_crl) for path in sorted(directory.glob("*.crl"))),
                tuple(_read(path, _load_response) for path in sorted(directory.glob("*.ocsp"))),
            ),
        )

    @classmethod
    def built_in(cls) -> Self:
        """The anchors that come with hocba: none yet. The demonstration authority never is one of them."""
        return cls()

    def path(self, chain: tuple[bytes, ...]) -> Path | None:
        """From ``chain[0]`` to an anchor, with the others and the known intermediates to help."""
        if chain not in self._paths:
            if len(self._paths) >= MOST_PATHS:
                self._paths.clear()
            self._paths[chain] = build_path(chain[0], [*chain[1:], *self.intermediates], self.anchors)
        return self._paths[chain]

    def judge(
        self, chain: tuple[bytes, ...], *, claimed: datetime, proven: datetime, stamping: bool = False
    ) -> ChainVerdict:
        """Was the holder's certificate in force when it signed?

        ``claimed``: when the signer says it signed. ``proven``: the earliest moment at which the signature is proven to
        have existed (time-stamp), else the moment of verification. ``stamping``: the holder is itself who says what
        time it was, so after a theft of its key no time that it tells counts.

        Codes: ``issuer.unknown``, ``certificate.expired``, ``certificate.not_yet_valid``, ``certificate.revoked``;
        notes ``revocation.unknown``, ``revocation.stale``.
        """
        path = self.path(chain)
        certificates = chain if path is None else path.certificates
        problems = [] if path else [Problem("issuer.unknown", value=common_name(chain[-1]))]
        problems += _in_force(Path(certificates), claimed, proven)
        notes: list[Problem] = []
        if path is not None:
            revoked, notes = self._revocation(path, proven, stamping)
            problems += revoked
        return ChainVerdict(tuple(map(common_name, certificates)), tuple(problems), tuple(notes))

    def _revocation(self, path: Path, proven: datetime, stamping: bool) -> tuple[list[Problem], list[Problem]]:
        problems, notes = [], []
        for der, issuer in zip(path.certificates, path.certificates[1:], strict=False):
            fact = self.revocations.look_up(der, issuer)
            if fact.since is not None and (fact.since <= proven or (stamping and not fact.orderly)):
                problems.append(Problem("certificate.revoked", value=common_name(der), params=_when(fact.since)))
            elif not fact.known:
                notes.append(Problem("revocation.unknown", value=common_name(der)))
            elif fact.until is not None and fact.until < proven:
                notes.append(Problem("revocation.stale", value=common_name(der), params=_when(fact.until)))
        return problems, notes


def _in_force(path: Path, claimed: datetime, proven: datetime) -> list[Problem]:
    start, end = path.window()
    name = common_name(path.certificates[0])
    if claimed < start:
        return [Problem("certificate.not_yet_valid", value=name, params=_when(start))]
    if max(claimed, proven) > end:
        return [Problem("certificate.expired", value=name, params=_when(end))]
    return []


def _when(moment: datetime) -> dict[str, str]:
    return {"time": moment.isoformat()}


def _certificates(directory: FilePath) -> tuple[bytes, ...]:
    files = [path for pattern in ("*.pem", "*.crt", "*.cer") for path in sorted(directory.glob(pattern))]
    return tuple(der for path in files for der in _read(path, _load_certificates))


def _load_certificates(data: bytes) -> list[bytes]:
    if PEM_MARK in data:
        found = [each.public_bytes(Encoding.DER) for each in x509.load_pem_x509_certificates(data)]
    else:
        found = [data]
    for der in found:
        load(der)
    return found


def _load_crl(data: bytes) -> x509.CertificateRevocationList:
    return x509.load_pem_x509_crl(data) if PEM_MARK in data else x509.load_der_x509_crl(data)


def _load_response(data: bytes) -> ocsp.OCSPResponse:
    """ValueError for a response that only says why there is none."""
    response = ocsp.load_der_ocsp_response(data)
    if response.response_status is not ocsp.OCSPResponseStatus.SUCCESSFUL:
        raise ValueError(response.response_status.name)
    return response


def _read(path: FilePath, loader: Callable[[bytes], T]) -> T:
    try:
        return loader(path.read_bytes())
    except (ValueError, OSError):
        raise fail("trust.unreadable", value=path.name) from None
