"""Transcripts on their way to being issued, who signs what, and what has been issued."""

from __future__ import annotations

import secrets

from django.db import models
from django.db.models import Q

from hocba.web.shared.models import TenantModel

_PUBLIC_ID_BYTES = 16


def new_public_id() -> str:
    """128 random bits: who holds the number holds the paper."""
    return f"hb-{secrets.token_hex(_PUBLIC_ID_BYTES)}"


class SignerCertificate(TenantModel):
    """A certificate as the provider of keys shows it; ``user`` is empty for the school's own seal."""

    user = models.ForeignKey("accounts.User", on_delete=models.PROTECT, null=True, related_name="certificates")
    der = models.BinaryField()
    issuers = models.JSONField(default=list)
    """The authorities above it, hex of DER, nearest first."""
    sha256 = models.CharField(max_length=64)
    credential = models.CharField(max_length=200)
    """The provider's own name for the key."""
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField()
    registered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "sha256"], name="certificate_once_a_school")]


class Transcript(TenantModel):
    """One version of a pupil's transcript: frozen record, the XML that is signed, in the end both files.

    ``draft_sha256`` names the unsigned XML among the blobs; it is stored before any key is touched.
    """

    class State(models.TextChoices):
        OPEN = "open", "đang kí"
        ISSUED = "issued", "đã cấp"
        RECALLED = "recalled", "đã thu hồi"
        SUPERSEDED = "superseded", "đã có bản thay thế"
        DISCARDED = "discarded", "đã huỷ bản thảo"

    class RecallReason(models.TextChoices):
        DATA = "data", "Sai sót trong dữ liệu"
        PERSON = "person", "Cấp nhầm người"
        DECISION = "decision", "Theo quyết định của cơ quan quản lí"
        OTHER = "other", "Lí do khác"

    public_id = models.CharField(max_length=64, unique=True, default=new_public_id)
    enrolment = models.ForeignKey("registry.Enrolment", on_delete=models.PROTECT, related_name="transcripts")
    school_class = models.ForeignKey("schools.SchoolClass", on_delete=models.PROTECT, related_name="transcripts")
    version = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12, choices=State, default=State.OPEN)
    record = models.JSONField()
    draft_sha256 = models.CharField(max_length=64)
    xml_sha256 = models.CharField(max_length=64, blank=True)
    pdf_sha256 = models.CharField(max_length=64, blank=True)
    supersedes = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="successors")
    created_at = models.DateTimeField(auto_now_add=True)
    issued_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    recall_reason = models.CharField(max_length=12, choices=RecallReason, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "version"], condition=~Q(state="discarded"), name="transcript_version_once"
            ),
            models.UniqueConstraint(fields=["enrolment"], condition=Q(state="open"), name="one_open_transcript"),
            models.UniqueConstraint(fields=["enrolment"], condition=Q(state="issued"), name="one_issued_transcript"),
            models.CheckConstraint(
                condition=Q(state__in=["open", "discarded"])
                | (~Q(xml_sha256="") & ~Q(pdf_sha256="") & Q(issued_at__isnull=False)),
                name="issued_has_files",
            ),
        ]
        indexes = [models.Index(fields=["school_class", "state"], name="transcript_class_state")]

    @property
    def student_name(self) -> str:
        """As it was when the record was frozen."""
        return str(self.record["student"]["name"])

    @property
    def signed_count(self) -> int:
        """Signatures so far; wants ``slots`` prefetched."""
        return sum(1 for slot in self.slots.all() if slot.signed_at is not None)


class Slot(TenantModel):
    """A place for one signature. ``stage`` 0 subject teachers, 1 homeroom, 2 principal, 3 seal.

    ``signature`` is the ``ds:Signature`` kept apart from the document, so that teachers sign side by side.
    """

    transcript = models.ForeignKey(Transcript, on_delete=models.PROTECT, related_name="slots")
    name = models.CharField(max_length=40)
    stage = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    holder = models.ForeignKey("accounts.User", on_delete=models.PROTECT, null=True, related_name="slots")
    signature = models.BinaryField(null=True)
    certificate = models.ForeignKey(SignerCertificate, on_delete=models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["transcript", "name"], name="slot_once"),
            models.CheckConstraint(
                condition=Q(signature__isnull=True, certificate__isnull=True, signed_at__isnull=True)
                | Q(signature__isnull=False, certificate__isnull=False, signed_at__isnull=False),
                name="slot_signed_whole",
            ),
        ]
        indexes = [models.Index(fields=["holder"], condition=Q(signed_at__isnull=True), name="slot_waiting_for")]


class SigningBatch(TenantModel):
    """What one person confirmed to sign at once: one slot of a class. ``ticket`` makes a double click harmless."""

    ticket = models.UUIDField()
    school_class = models.ForeignKey("schools.SchoolClass", on_delete=models.PROTECT, related_name="+")
    slot_name = models.CharField(max_length=40)
    signer = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    certificate = models.ForeignKey(SignerCertificate, on_delete=models.PROTECT, related_name="+")
    seen_sha256 = models.CharField(max_length=64)
    """Over the hashes of all items, as the signer saw it."""
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "ticket"], name="batch_ticket_once")]


class SigningItem(TenantModel):
    """One slot in a batch. ``digest`` and ``signing_time`` are the intent, committed before a key is asked.

    ``claimed_at``: a worker is at it since then; a claim that is too old is free again.
    """

    class State(models.TextChoices):
        PENDING = "pending", "đang chờ"
        SIGNED = "signed", "đã kí"
        REFUSED = "refused", "không kí được"

    batch = models.ForeignKey(SigningBatch, on_delete=models.PROTECT, related_name="items")
    slot = models.ForeignKey(Slot, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.PENDING)
    reason = models.CharField(max_length=60, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    signing_time = models.DateTimeField(null=True)
    claimed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["batch", "slot"], name="item_once_a_batch")]
        indexes = [models.Index(fields=["batch", "state", "position"], name="item_next")]


class RegisterEntry(TenantModel):
    """Sổ cấp học bạ: numbered without gaps in a school and school year; only grows."""

    transcript = models.OneToOneField(Transcript, on_delete=models.PROTECT, related_name="register_entry")
    year_start = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["school", "year_start", "number"], name="register_number_once")]

    @property
    def shown(self) -> str:
        """``0042/2025-2026``."""
        return f"{self.number:04d}/{self.year_start}-{self.year_start + 1}"
