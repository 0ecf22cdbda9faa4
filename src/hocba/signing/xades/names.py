"""Namespaces and algorithm identifiers, as bytes and text: the whole vocabulary of our signatures."""

from __future__ import annotations

from typing import Final

from hocba.signing.algorithms import Algorithm

DS: Final = "http://www.w3.org/2000/09/xmldsig#"
XADES: Final = "http://uri.etsi.org/01903/v1.3.2#"
EXCLUSIVE_C14N: Final = "http://www.w3.org/2001/10/xml-exc-c14n#"
SHA256: Final = "http://www.w3.org/2001/04/xmlenc#sha256"
SIGNED_PROPERTIES: Final = "http://uri.etsi.org/01903#SignedProperties"
SIGNATURE_METHODS: Final = {
    Algorithm.RSA_SHA256: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    Algorithm.ECDSA_P256_SHA256: "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
}
