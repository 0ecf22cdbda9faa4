"""Object identifiers of CMS, CAdES and RFC 3161."""

from __future__ import annotations

from typing import Final

from hocba.signing.algorithms import Algorithm

DATA: Final = "1.2.840.113549.1.7.1"
SIGNED_DATA: Final = "1.2.840.113549.1.7.2"
CONTENT_TYPE: Final = "1.2.840.113549.1.9.3"
MESSAGE_DIGEST: Final = "1.2.840.113549.1.9.4"
SIGNING_CERTIFICATE_V2: Final = "1.2.840.113549.1.9.16.2.47"
SIGNATURE_TIME_STAMP: Final = "1.2.840.113549.1.9.16.2.14"
TST_INFO: Final = "1.2.840.113549.1.9.16.1.4"
SHA256: Final = "2.16.840.1.101.3.4.2.1"
SIGNATURES: Final = {
    Algorithm.RSA_SHA256: "1.2.840.113549.1.1.11",
    Algorithm.ECDSA_P256_SHA256: "1.2.840.10045.4.3.2",
}
