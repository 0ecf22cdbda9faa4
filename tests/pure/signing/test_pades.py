"""The seal on the PDF, and what other programs say of it."""

from __future__ import annotations

import subprocess
import warnings
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from signing_kit import ASKED, SEAL_IDENTITY, SIGNED, issued, world

from hocba.kernel.problems import ProblemError
from hocba.signing.algorithms import Algorithm, sign_digest
from hocba.signing.pades.sealer import finish_seal, prepare_seal
from hocba.signing.pades.structure import parse
from hocba.signing.verify.pdf import verify_seal


@pytest.fixture(scope="module")
def unsealed() -> bytes:
    """The PDF before its seal: what stands before the update."""
    sealed = issued().pdf
    return sealed[: sealed.index(b"%%EOF") + len(b"%%EOF")]


@pytest.fixture
def sealed_file(tmp_path: Path) -> Path:
    path = tmp_path / "sealed.pdf"
    path.write_bytes(issued().pdf)
    return path


def seal(document: bytes, algorithm: Algorithm = Algorithm.RSA_SHA256, *, stamped: bool = True) -> bytes:
    holder = world().pki.issue(identity=SEAL_IDENTITY, name="Trường", algorithm=algorithm)
    prepared = prepare_seal(document, holder.certificate, at=SIGNED)
    value = sign_digest(holder.key, prepared.digest)
    return finish_seal(prepared, value, timestamper=world().timestamper if stamped else None)


@pytest.mark.parametrize("algorithm", list(Algorithm))
@pytest.mark.parametrize("stamped", [True, False])
def test_a_sealed_file_is_read_back_intact(unsealed: bytes, algorithm: Algorithm, stamped: bool) -> None:
    _, reading = verify_seal(seal(unsealed, algorithm, stamped=stamped), slot="S")
    assert reading.level == ("B-T" if stamped else "B-B")
    assert reading.claimed == SIGNED


def test_typst_still_writes_what_the_incremental_writer_relies_on(unsealed: bytes) -> None:
    pdf = parse(unsealed)
    assert pdf.revisions == 1
    assert b"/ObjStm" not in unsealed
    assert b"/XRef" not in unsealed
    assert [(section.first, section.count) for section in pdf.sections] == [(0, pdf.size)]
    assert all(pdf.offset(number) > 0 for number in range(1, pdf.size))
    assert b"/Type/Page" in pdf.body(pdf.first_page())


def test_a_sealed_file_is_not_sealed_again(unsealed: bytes) -> None:
    with pytest.raises(ProblemError, match=r"pdf\.already_sealed"):
        seal(seal(unsealed))


def test_a_value_by_another_key_is_refused(unsealed: bytes) -> None:
    prepared = prepare_seal(unsealed, world().holder(SEAL_IDENTITY).certificate, at=SIGNED)
    other = world().holder("CCCD:031190000006")
    with pytest.raises(ProblemError, match=r"signature\.value"):
        finish_seal(prepared, sign_digest(other.key, prepared.digest))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"%PDF-1.7\nstartxref\n9\n%%EOF", b"not a pdf"])
def test_what_is_not_a_plain_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(ProblemError, match=r"pdf\.structure"):
        parse(data)


@pytest.mark.witness
def test_pdfsig_calls_the_seal_valid_over_the_total_document(
    sealed_file: Path, need_tool: Callable[[str], str]
) -> None:
    told = subprocess.run([need_tool("pdfsig"), str(sealed_file)], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" in told
    assert "Total document signed" in told
    assert "ETSI.CAdES.detached" in told


@pytest.mark.witness
def test_pdfsig_sees_a_changed_byte(sealed_file: Path, need_tool: Callable[[str], str]) -> None:
    data = bytearray(sealed_file.read_bytes())
    data[len(data) // 3] ^= 1
    sealed_file.write_bytes(data)
    told = subprocess.run([need_tool("pdfsig"), str(sealed_file)], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" not in told


@pytest.mark.witness
def test_qpdf_finds_no_fault_in_the_structure(sealed_file: Path, need_tool: Callable[[str], str]) -> None:
    result = subprocess.run([need_tool("qpdf"), "--check", str(sealed_file)], capture_output=True, check=False)
    assert result.returncode == 0, result.stdout


@pytest.mark.witness
def test_pyhanko_validates_the_seal_with_its_difference_analysis() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        status = _ask_pyhanko(issued().pdf)
    assert status.bottom_line, status.pretty_print_details()
    assert status.docmdp_ok
    assert status.coverage.name == "ENTIRE_FILE"
    assert status.timestamp_validity is not None
    assert status.timestamp_validity.trusted


def _ask_pyhanko(data: bytes) -> object:
    from asn1crypto import x509 as asn1
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    pki = world().pki
    context = ValidationContext(
        trust_roots=[asn1.Certificate.load(pki.root.certificate.der)],
        other_certs=[asn1.Certificate.load(pki.issuing.certificate.der)],
        moment=ASKED,
        allow_fetching=False,
    )
    (signature,) = PdfFileReader(BytesIO(data)).embedded_signatures
    return validate_pdf_signature(signature, context, ts_validation_context=context)
