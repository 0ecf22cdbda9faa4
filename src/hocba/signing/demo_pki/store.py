"""Keeping the demonstration infrastructure in a folder, and publishing its trust anchors in another.

The key folder is for the demonstration box alone (mode 0700). The trust folder is for everybody.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
)

from hocba.kernel.problems import fail
from hocba.signing.certificates import SigningCertificate, to_pem
from hocba.signing.demo_pki.authority import DemoPki, KeyHolder
from hocba.signing.demo_pki.revocation import issue_crl, issue_root_crl

_INDEX = "demo-pki.json"


def publish_trust(pki: DemoPki, directory: Path, *, at: datetime) -> None:
    """Write ``root.pem`` (the anchor), ``ca.crl`` and ``root.crl``."""
    directory.mkdir(parents=True, exist_ok=True)
    (directory / "root.pem").write_bytes(to_pem(pki.root.certificate.der))
    (directory / "intermediate").mkdir(exist_ok=True)
    (directory / "intermediate" / "ca.pem").write_bytes(to_pem(pki.issuing.certificate.der))
    (directory / "ca.crl").write_bytes(issue_crl(pki, at=at))
    (directory / "root.crl").write_bytes(issue_root_crl(pki, at=at))


def save(pki: DemoPki, holders: Mapping[str, KeyHolder], directory: Path) -> None:
    """Authorities and holders (by credential id) into a folder that only its owner can enter."""
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, holder in _authorities(pki):
        _write(directory, f"authority-{name}", holder)
    for identifier, holder in holders.items():
        _write(directory, f"holder-{identifier}", holder)
    index = {
        "started": pki.started.isoformat(),
        "revoked": {str(serial): since.isoformat() for serial, since in pki.revoked.items()},
        "holders": list(holders),
    }
    (directory / _INDEX).write_text(json.dumps(index), encoding="utf-8")


def load(directory: Path) -> tuple[DemoPki, dict[str, KeyHolder]]:
    """What ``save`` kept; ProblemError ``demo_pki.missing``."""
    if not (directory / _INDEX).is_file():
        raise fail("demo_pki.missing")
    index = json.loads((directory / _INDEX).read_text(encoding="utf-8"))
    root, issuing, stamping = (_read(directory, f"authority-{name}") for name in ("root", "issuing", "stamping"))
    revoked = {int(serial): datetime.fromisoformat(since) for serial, since in index["revoked"].items()}
    pki = DemoPki(root, issuing, stamping, datetime.fromisoformat(index["started"]), revoked)
    return pki, {identifier: _read(directory, f"holder-{identifier}") for identifier in index["holders"]}


def _authorities(pki: DemoPki) -> Iterable[tuple[str, KeyHolder]]:
    return (("root", pki.root), ("issuing", pki.issuing), ("stamping", pki.stamping))


def _write(directory: Path, name: str, holder: KeyHolder) -> None:
    key = directory / f"{name}.key"
    key.touch(mode=0o600)
    key.write_bytes(holder.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))
    chain = [der.hex() for der in holder.certificate.chain]
    (directory / f"{name}.json").write_text(json.dumps(chain), encoding="utf-8")


def _read(directory: Path, name: str) -> KeyHolder:
    # our own files: the check of the key's arithmetic (28 ms for RSA) is left out
    key = load_der_private_key((directory / f"{name}.key").read_bytes(), None, unsafe_skip_rsa_key_validation=True)
    if not isinstance(key, (rsa.RSAPrivateKey, ec.EllipticCurvePrivateKey)):
        raise fail("key.unsupported", value=name)
    signer, *issuers = map(bytes.fromhex, json.loads((directory / f"{name}.json").read_text(encoding="utf-8")))
    return KeyHolder(key, SigningCertificate(signer, tuple(issuers)))
