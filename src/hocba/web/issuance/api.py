"""What other apps may use of issuance."""

from __future__ import annotations

from hocba.web.issuance.cards import cards
from hocba.web.issuance.counts import ClassCount, class_counts
from hocba.web.issuance.keys import Keys, connect, trust
from hocba.web.issuance.models import RegisterEntry, SignerCertificate, Slot, Transcript
from hocba.web.issuance.services.certificates import register_certificates

__all__ = [
    "ClassCount",
    "Keys",
    "RegisterEntry",
    "SignerCertificate",
    "Slot",
    "Transcript",
    "cards",
    "class_counts",
    "connect",
    "register_certificates",
    "trust",
]
