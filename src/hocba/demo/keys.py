"""Demonstration keys of those who sign, made once and kept between runs."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from hocba.demo.model import Ward
from hocba.demo.signers import CertificateSubject, Holders, everybody_who_signs
from hocba.kernel.ids import SignerIdentity
from hocba.kernel.problems import ProblemError
from hocba.signing.algorithms import Algorithm
from hocba.signing.demo_pki.authority import DemoPki, KeyHolder
from hocba.signing.demo_pki.store import load, save


def keys_of(folder: Path, subjects: Iterable[CertificateSubject], *, now: datetime) -> tuple[DemoPki, Holders]:
    """Those kept in ``folder``, and new ones for who has none yet, kept there from now on. ``now``: aware."""
    pki, holders = _kept(folder, now)
    missing = [each for each in subjects if each.identity not in holders]
    if missing:
        holders |= {each.identity: _issue(pki, each) for each in missing}
        _keep(folder, pki, holders)
    return pki, holders


def keys_of_ward(folder: Path, ward: Ward, *, now: datetime) -> tuple[DemoPki, Holders]:
    """As ``keys_of``, for all people of the schools and every school's seal."""
    return keys_of(folder, everybody_who_signs(ward), now=now)


def credential_name(identity: SignerIdentity) -> str:
    """What the key box calls a key."""
    return identity.replace(":", "-")


def _kept(folder: Path, now: datetime) -> tuple[DemoPki, Holders]:
    try:
        pki, kept = load(folder)
    except ProblemError:
        # an hour back, for a reader whose clock is slow
        return DemoPki.create(now - timedelta(hours=1)), {}
    return pki, {holder.certificate.identity: holder for holder in kept.values()}


def _keep(folder: Path, pki: DemoPki, holders: Holders) -> None:
    """Whole or not at all: written beside, then put in place."""
    draft = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(draft, ignore_errors=True)
    save(pki, {credential_name(identity): holder for identity, holder in holders.items()}, draft)
    shutil.rmtree(folder, ignore_errors=True)
    draft.replace(folder)


def _issue(pki: DemoPki, subject: CertificateSubject) -> KeyHolder:
    """Both kinds of key in use: people here have P-256, the school's seal RSA."""
    algorithm = Algorithm.ECDSA_P256_SHA256 if subject.unit else Algorithm.RSA_SHA256
    return pki.issue(identity=subject.identity, name=subject.name, unit=subject.unit, algorithm=algorithm)
