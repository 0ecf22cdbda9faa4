"""The site finds the key box, and the box the keys that the register of certificates names."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from hocba.demo.keys import credential_name, keys_of
from hocba.demo.signers import CertificateSubject
from hocba.kernel.ids import SignerIdentity
from hocba.signing.algorithms import is_signature
from hocba.signing.certificates import public_key
from hocba.signing.ports import HashToSign, InsecureStandInWarning, SigningRequest
from hocba.web.project.demonstration import key_box
from hocba.web.project.demonstration.key_box import KeyBox
from hocba.web.project.demonstration.keys import connect

SEAL = SignerIdentity("MST:0000000009")
TEACHER = SignerIdentity("CCCD:000179901001")


@pytest.fixture
def box(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[bytes]]:
    subjects = (CertificateSubject(SEAL, "Trường Thử"), CertificateSubject(TEACHER, "Lê Thị Thử", "Trường Thử"))
    keys_of(tmp_path / "keys", subjects, now=datetime.now(UTC))
    found = KeyBox.of(tmp_path / "keys", tmp_path / "ready")
    for name, value in found.environment.items():
        monkeypatch.setenv(name, value)
    command = [sys.executable, "-m", key_box.MODULE, *found.arguments]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, env=dict(os.environ)) as process:
        while not found.ready.exists():
            assert process.poll() is None
            time.sleep(0.02)
        yield process
        process.kill()


@pytest.mark.parametrize("identity", [SEAL, TEACHER])
def test_a_signature_comes_from_the_key_that_the_register_names(
    box: subprocess.Popen[bytes], identity: SignerIdentity
) -> None:
    with pytest.warns(InsecureStandInWarning):
        provider = connect().provider
    (found,) = [each for each in provider.credentials() if each.id == credential_name(identity)]
    assert found.identity == identity
    digest = sha256(b"x").digest()
    request = SigningRequest(found.id, found.certificate.algorithm, (HashToSign("a", digest),))
    value = provider.collect(provider.begin(request)).outcomes["a"]
    assert isinstance(value, bytes)
    assert is_signature(public_key(found.certificate.der), value, digest)


def test_the_box_ends_with_whoever_started_it(box: subprocess.Popen[bytes]) -> None:
    assert box.stdin is not None
    box.stdin.close()
    assert box.wait(10) == 0
