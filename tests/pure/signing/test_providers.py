"""Holders of keys: software, and the demonstration box in its own process."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from signing_kit import ASKED, SIGNED, STARTED, new_world, record, world

from hocba.issuing.api import SEAL, Draft, Word, finish_slots, new_draft, prepare_slots, stages_of
from hocba.kernel.problems import Problem, ProblemError
from hocba.signing.algorithms import Algorithm, digest_of, is_signature
from hocba.signing.certificates import public_key
from hocba.signing.demo_pki.authority import KeyHolder
from hocba.signing.demo_pki.store import load, publish_trust, save
from hocba.signing.ports import HashToSign, InsecureStandInWarning, Provider, SigningRequest
from hocba.signing.providers.demo_box.client import DemoBoxClient
from hocba.signing.providers.demo_box.server import DemoBox
from hocba.signing.providers.software.provider import SoftwareProvider
from hocba.signing.trust.store import TrustStore

TOKEN = secrets.token_urlsafe(32)


@pytest.fixture(scope="module")
def holders() -> dict[str, KeyHolder]:
    for slot in world().signers(record()):
        assert slot
    return dict(world().people)


@pytest.fixture(scope="module")
def address(holders: dict[str, KeyHolder], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("box")
    save(world().pki, holders, folder / "keys")
    ready = folder / "ready"
    command = [sys.executable, "-m", "hocba.signing.providers.demo_box", "--demonstration", "--follow-stdin"]
    process = subprocess.Popen(
        [*command, "--keys", str(folder / "keys"), "--ready", str(ready)],
        env=os.environ | {"HOCBA_DEMO_BOX_TOKEN": TOKEN},
        stdin=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    for _ in range(400):
        if ready.exists():
            break
        time.sleep(0.05)
    yield ready.read_text("ascii")
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(10) == 0


def box_client(address: str, token: str = TOKEN) -> DemoBoxClient:
    with pytest.warns(InsecureStandInWarning):
        return DemoBoxClient(address, token)


def sign_with(provider: Provider, draft: Draft) -> Draft:
    """The ceremony as the web does it: one request per person and layer."""
    credentials = {each.identity: each for each in provider.credentials()}
    wanted = {slot: signer.certificate.identity for slot, signer in world().signers(draft.transcript).items()}
    for stage in stages_of(draft.transcript):
        for slot in stage:
            credential = credentials[wanted[slot]]
            (item,) = prepare_slots(draft, {slot: credential.certificate}, at=SIGNED)
            request = SigningRequest(
                credential.id, credential.certificate.algorithm, (HashToSign(slot, item.digest, "Toán"),)
            )
            value = provider.collect(provider.begin(request)).outcomes[slot]
            assert isinstance(value, bytes)
            draft = finish_slots(draft, [item], [value], timestamper=world().timestamper if slot == SEAL else None)
    return draft


def test_the_box_signs_a_whole_transcript(address: str) -> None:
    draft = sign_with(box_client(address), new_draft(record()))
    assert world().verify(draft.xml).word is Word.VALID


def test_the_box_stamps_time(address: str) -> None:
    from hocba.signing.timestamps.token import read_token

    digest = digest_of(b"x")
    assert read_token(box_client(address).stamp(digest), digest=digest).certificates[0]


def test_the_box_refuses_a_stranger(address: str) -> None:
    with pytest.raises(ProblemError, match=r"demo_box\.refused"):
        box_client(address, "x" * 43).credentials()


def test_an_unreachable_box_is_said_to_be_so() -> None:
    with pytest.raises(ProblemError, match=r"demo_box\.unreachable"):
        box_client("http://127.0.0.1:9").credentials()


def test_an_unknown_credential_is_named_by_its_code(address: str) -> None:
    with pytest.raises(ProblemError, match=r"credential\.unknown"):
        box_client(address).begin(SigningRequest("nobody", Algorithm.RSA_SHA256, ()))


def test_one_bad_hash_does_not_discard_the_others(address: str) -> None:
    client = box_client(address)
    credential = client.credentials()[0]
    items = (HashToSign("good", digest_of(b"a")), HashToSign("bad", b"short"))
    outcomes = client.collect(
        client.begin(SigningRequest(credential.id, credential.certificate.algorithm, items))
    ).outcomes
    good = outcomes["good"]
    assert isinstance(good, bytes)
    assert is_signature(public_key(credential.certificate.der), good, digest_of(b"a"))
    assert outcomes["bad"] == Problem("hash.invalid", "bad")


def test_a_ticket_is_good_for_once(address: str) -> None:
    client = box_client(address)
    credential = client.credentials()[0]
    ticket = client.begin(SigningRequest(credential.id, credential.certificate.algorithm, ()))
    client.collect(ticket)
    with pytest.raises(ProblemError, match=r"ticket\.unknown"):
        client.collect(ticket)


def test_the_box_does_not_open_unless_it_is_a_demonstration(holders: dict[str, KeyHolder]) -> None:
    with pytest.raises(ProblemError, match=r"demo_box\.not_demonstration"):
        DemoBox(world().pki, holders, demonstration=False, clock=lambda: SIGNED)


def test_the_box_shouts(holders: dict[str, KeyHolder]) -> None:
    with pytest.warns(InsecureStandInWarning):
        DemoBox(world().pki, holders, demonstration=True, clock=lambda: SIGNED)


def test_no_key_shows_in_a_representation(holders: dict[str, KeyHolder]) -> None:
    assert "PrivateKey" not in repr(next(iter(holders.values())))


def test_software_keys_come_from_pkcs12(tmp_path: Path) -> None:
    holder = world().holder("CCCD:031190000006")
    path = tmp_path / "key.p12"
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(
            None,
            holder.key,  # type: ignore[arg-type]
            holder.certificate.parsed,
            [world().pki.issuing.certificate.parsed, world().pki.root.certificate.parsed],
            BestAvailableEncryption(b"mat khau"),
        )
    )
    provider = SoftwareProvider.from_pkcs12({"toan": path}, password=b"mat khau")
    (credential,) = provider.credentials()
    assert credential.certificate.chain == holder.certificate.chain
    with pytest.raises(ProblemError, match=r"key\.unreadable"):
        SoftwareProvider.from_pkcs12({"toan": path}, password=b"sai")


def test_another_algorithm_than_the_keys_is_refused() -> None:
    holder = world().holder("CCCD:031190000006")
    provider = SoftwareProvider({"toan": (holder.key, holder.certificate)})
    with pytest.raises(ProblemError, match=r"key\.unsupported"):
        provider.begin(SigningRequest("toan", Algorithm.RSA_SHA256, ()))


def test_the_demonstration_infrastructure_survives_a_restart(tmp_path: Path) -> None:
    here = new_world()
    holder = here.holder("CCCD:031190000006")
    here.pki.revoke(holder.certificate, since=STARTED)
    save(here.pki, {"toan": holder}, tmp_path / "keys")
    pki, kept = load(tmp_path / "keys")
    assert kept["toan"].certificate == holder.certificate
    assert pki.revoked == here.pki.revoked
    assert (tmp_path / "keys").stat().st_mode & 0o077 == 0


def test_a_published_trust_folder_is_enough_to_verify(tmp_path: Path) -> None:
    publish_trust(world().pki, tmp_path, at=ASKED)
    store = TrustStore.load(tmp_path)
    verdict = world().verify(world().sign(record()).xml, trust=store)
    assert verdict.word is Word.VALID
    assert [problem.code for problem in verdict.problems] == ["issuer.demonstration"]


def test_a_stale_revocation_list_is_noted(tmp_path: Path) -> None:
    publish_trust(world().pki, tmp_path, at=SIGNED - timedelta(days=30))
    verdict = world().verify(world().sign(record()).xml, trust=TrustStore.load(tmp_path))
    assert verdict.word is Word.VALID
    assert "revocation.stale" in {problem.code for problem in verdict.problems}


def test_an_ocsp_answer_revokes_too(tmp_path: Path) -> None:
    from hocba.signing.demo_pki.revocation import answer_ocsp

    here = new_world()
    xml = here.sign(record()).xml
    seal = here.holder("MST:0201234567").certificate
    publish_trust(here.pki, tmp_path, at=ASKED)
    (tmp_path / "seal.ocsp").write_bytes(answer_ocsp(here.pki, seal, at=ASKED))
    assert here.verify(xml, trust=TrustStore.load(tmp_path)).word is Word.VALID
    here.pki.revoke(seal, since=STARTED)
    (tmp_path / "seal.ocsp").write_bytes(answer_ocsp(here.pki, seal, at=ASKED))
    assert here.verify(xml, trust=TrustStore.load(tmp_path)).word is Word.REVOKED


def test_a_trust_folder_with_rubbish_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.pem").write_bytes(b"rubbish")
    with pytest.raises(ProblemError, match=r"trust\.unreadable"):
        TrustStore.load(tmp_path)
    with pytest.raises(ProblemError, match=r"trust\.missing"):
        TrustStore.load(tmp_path / "nothing")
