"""The one form of our ``ds:Signature``: everything variable in a value object, everything else fixed here.

XAdES baseline B-B (ETSI EN 319 132-1, clause 6) with SigningTime, SigningCertificateV2 over the whole of KeyInfo's
chain and a DataObjectFormat per reference; B-T adds a SignatureTimeStamp. The text below is already canonical.
A fragment is rendered twice: as it stands inside the signature, and alone (``alone=True``), where exclusive
canonicalisation declares each namespace at the element that first uses it.

The verifier renders what it has read and compares bytes, so nothing outside this form can hide in a signature.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, replace
from functools import lru_cache

from hocba.signing.algorithms import Algorithm, digest_of, ecdsa_to_raw
from hocba.signing.xades.names import DS, EXCLUSIVE_C14N, SHA256, SIGNATURE_METHODS, SIGNED_PROPERTIES, XADES

_DS_NS = f' xmlns:ds="{DS}"'
_XADES_NS = f' xmlns:xades="{XADES}"'
_TRANSFORM = (
    f'<ds:Transforms><ds:Transform Algorithm="{EXCLUSIVE_C14N}"></ds:Transform></ds:Transforms>'
    f'<ds:DigestMethod Algorithm="{SHA256}"></ds:DigestMethod>'
)


@dataclass(frozen=True, slots=True)
class SignatureForm:
    """All that varies. ``references``: (Id, SHA-256) of each covered element. ``certificates``: DER, signer first.

    ``signing_time``: UTC, ``2026-05-20T03:04:05Z``. ``value``: as providers give it. ``timestamp``: token DER or None.
    """

    id: str
    references: tuple[tuple[str, bytes], ...]
    algorithm: Algorithm
    certificates: tuple[bytes, ...]
    signing_time: str
    value: bytes = b""
    timestamp: bytes | None = None

    def signed(self, value: bytes) -> SignatureForm:
        return SignatureForm(
            self.id, self.references, self.algorithm, self.certificates, self.signing_time, value, self.timestamp
        )

    def stamped(self, token: bytes) -> SignatureForm:
        return replace(self, timestamp=token)


def to_be_signed(form: SignatureForm) -> bytes:
    """Canonical ``ds:SignedInfo``: what the key signs."""
    return _signed_info(form, alone=True).encode()


def to_be_stamped(form: SignatureForm) -> bytes:
    """Canonical ``ds:SignatureValue``: what the time-stamp covers (EN 319 132-1, clause 5.3)."""
    return _signature_value(form, alone=True).encode()


def render(form: SignatureForm, *, info: bytes | None = None) -> bytes:
    """The complete ``ds:Signature``, canonical. ``info``: ``to_be_signed(form)``, if it is at hand already."""
    inner = _signed_info(form) if info is None else info.decode().replace(_DS_NS, "", 1)
    return (
        f'<ds:Signature{_DS_NS} Id="{form.id}">{inner}{_signature_value(form)}'
        f"{_key_info(form.certificates)}"
        f'<ds:Object><xades:QualifyingProperties{_XADES_NS} Target="#{form.id}">{_signed_properties(form)}'
        f"{_unsigned_properties(form)}</xades:QualifyingProperties></ds:Object></ds:Signature>"
    ).encode()


def _signed_info(form: SignatureForm, *, alone: bool = False) -> str:
    references = "".join(
        f'<ds:Reference Id="{form.id}-ref-{number}" URI="#{target}">{_TRANSFORM}'
        f"<ds:DigestValue>{_b64(digest)}</ds:DigestValue></ds:Reference>"
        for number, (target, digest) in enumerate(form.references)
    )
    properties = digest_of(_signed_properties(form, alone=True).encode())
    return (
        f"<ds:SignedInfo{_DS_NS if alone else ''}>"
        f'<ds:CanonicalizationMethod Algorithm="{EXCLUSIVE_C14N}"></ds:CanonicalizationMethod>'
        f'<ds:SignatureMethod Algorithm="{SIGNATURE_METHODS[form.algorithm]}"></ds:SignatureMethod>{references}'
        f'<ds:Reference Type="{SIGNED_PROPERTIES}" URI="#{form.id}-props">{_TRANSFORM}'
        f"<ds:DigestValue>{_b64(properties)}</ds:DigestValue></ds:Reference></ds:SignedInfo>"
    )


def _signature_value(form: SignatureForm, *, alone: bool = False) -> str:
    raw = form.value if form.algorithm is Algorithm.RSA_SHA256 else ecdsa_to_raw(form.value)
    return f'<ds:SignatureValue{_DS_NS if alone else ""} Id="{form.id}-value">{_b64(raw)}</ds:SignatureValue>'


@lru_cache(maxsize=1024)
def _key_info(certificates: tuple[bytes, ...]) -> str:
    held = "".join(f"<ds:X509Certificate>{_b64(der)}</ds:X509Certificate>" for der in certificates)
    return f"<ds:KeyInfo><ds:X509Data>{held}</ds:X509Data></ds:KeyInfo>"


def _signed_properties(form: SignatureForm, *, alone: bool = False) -> str:
    formats = "".join(
        f'<xades:DataObjectFormat ObjectReference="#{form.id}-ref-{number}"><xades:MimeType>text/xml</xades:MimeType>'
        "</xades:DataObjectFormat>"
        for number in range(len(form.references))
    )
    return (
        f'<xades:SignedProperties{_XADES_NS if alone else ""} Id="{form.id}-props"><xades:SignedSignatureProperties>'
        f"<xades:SigningTime>{form.signing_time}</xades:SigningTime>{_certificate_digests(form.certificates, alone)}"
        f"</xades:SignedSignatureProperties><xades:SignedDataObjectProperties>{formats}"
        "</xades:SignedDataObjectProperties></xades:SignedProperties>"
    )


@lru_cache(maxsize=1024)
def _certificate_digests(certificates: tuple[bytes, ...], alone: bool) -> str:
    namespace = _DS_NS if alone else ""
    digests = "".join(
        f'<xades:Cert><xades:CertDigest><ds:DigestMethod{namespace} Algorithm="{SHA256}"></ds:DigestMethod>'
        f"<ds:DigestValue{namespace}>{_b64(digest_of(der))}</ds:DigestValue></xades:CertDigest></xades:Cert>"
        for der in certificates
    )
    return f"<xades:SigningCertificateV2>{digests}</xades:SigningCertificateV2>"


def _unsigned_properties(form: SignatureForm) -> str:
    if form.timestamp is None:
        return ""
    return (
        "<xades:UnsignedProperties><xades:UnsignedSignatureProperties><xades:SignatureTimeStamp>"
        f'<ds:CanonicalizationMethod Algorithm="{EXCLUSIVE_C14N}"></ds:CanonicalizationMethod>'
        f"<xades:EncapsulatedTimeStamp>{_b64(form.timestamp)}</xades:EncapsulatedTimeStamp>"
        "</xades:SignatureTimeStamp></xades:UnsignedSignatureProperties></xades:UnsignedProperties>"
    )


def _b64(data: bytes) -> str:
    return b64encode(data).decode()
