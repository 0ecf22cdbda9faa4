"""Building the path from a signer's certificate to an anchor, by the verifier of ``cryptography`` (RFC 5280).

Its ready policies are for TLS; ours keeps the strict rules for authorities and leaves the holder's own certificate to
``certificates.may_sign_documents`` and ``may_stamp_time``. The path is built for the moment when the holder's
certificate was issued; whether it still stood at another moment is a matter of the windows, so a path is built once
per certificate and kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import verification

from hocba.signing.certificates import load

_MOST_INTERMEDIATES = 4


@dataclass(frozen=True, slots=True)
class Path:
    """Holder first, anchor last; DER."""

    certificates: tuple[bytes, ...]

    def window(self) -> tuple[datetime, datetime]:
        """From when to when every certificate of the path is in force (aware)."""
        parsed = [load(der) for der in self.certificates]
        return max(c.not_valid_before_utc for c in parsed), min(c.not_valid_after_utc for c in parsed)


def build_path(holder: bytes, others: Sequence[bytes], anchors: Sequence[bytes]) -> Path | None:
    """None where no path leads to an anchor."""
    if not anchors:
        return None
    certificate = load(holder)
    policy = (
        verification.PolicyBuilder()
        .store(verification.Store([load(der) for der in anchors]))
        .time(certificate.not_valid_before_utc.astimezone(UTC).replace(tzinfo=None))
        .max_chain_depth(_MOST_INTERMEDIATES)
        .extension_policies(
            ca_policy=verification.ExtensionPolicy.webpki_defaults_ca(),
            ee_policy=verification.ExtensionPolicy.permit_all(),
        )
    )
    try:
        verified = policy.build_client_verifier().verify(certificate, [load(der) for der in others])
    except (verification.VerificationError, ValueError, x509.UnsupportedGeneralNameType):
        return None
    return Path(tuple(each.public_bytes(Encoding.DER) for each in verified.chain))
