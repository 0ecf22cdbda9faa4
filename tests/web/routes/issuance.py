from __future__ import annotations

from collections.abc import Mapping
from uuid import uuid4

from django.utils import timezone
from tests.web.route import Route
from tests.web.world import World, as_owner

from hocba.web.issuance.models import SignerCertificate, SigningBatch, Transcript
from hocba.web.registry.api import Enrolment


def own_class(world: World) -> Mapping[str, object]:
    return {"class_id": world.here.classes[0].pk}


def maths(world: World) -> Mapping[str, object]:
    return {**own_class(world), "step": "mon-TOAN"}


def clerks_batch(world: World) -> Mapping[str, object]:
    """An empty one, so that no key is asked."""
    now = timezone.now()
    with as_owner():
        certificate = SignerCertificate.objects.create(
            school=world.here.school, der=b"", sha256=uuid4().hex, credential="x", valid_from=now, valid_until=now
        )
        batch = SigningBatch.objects.create(
            school=world.here.school, ticket=uuid4(), school_class=world.here.classes[0], slot_name="KY_PHAT_HANH",
            signer=world.here.clerk, certificate=certificate, seen_sha256="0" * 64,
        )  # fmt: skip
    return {"batch_id": batch.pk}


def recalled(world: World) -> Mapping[str, object]:
    """Its files were never kept: reading it finds nothing."""
    now = timezone.now()
    with as_owner():
        enrolment = Enrolment.objects.get(student=world.here.pupils[0])
        transcript = Transcript.objects.create(
            school=world.here.school, enrolment=enrolment, school_class=world.here.classes[0], version=1,
            state=Transcript.State.DISCARDED, record={"student": {"name": "Nguyễn Thị Ánh"}}, draft_sha256="0" * 64,
            ended_at=now,
        )  # fmt: skip
    return {"transcript_id": transcript.pk}


ROUTES = {
    "issuance:class_list": Route(302, 200, 200, 200, 200, 200, 403, 200),
    "issuance:class_page": Route(302, 200, 200, 200, 200, 200, 403, 404, own_class),
    # a colleague teaches in the class but does not lead it
    "issuance:draft": Route(302, 302, 403, 302, 302, 302, 403, 404, own_class, "post"),
    "issuance:discard": Route(302, 200, 403, 200, 200, 200, 403, 404, own_class),
    # only the teacher of the subject signs it
    "issuance:sign": Route(302, 200, 403, 403, 403, 403, 403, 404, maths),
    "issuance:start": Route(302, 302, 403, 403, 403, 403, 403, 404, maths, "post"),
    "issuance:find_certificate": Route(302, 302, 403, 403, 403, 403, 403, 404, maths, "post"),
    # a batch is its signer's own
    "issuance:batch": Route(302, 404, 404, 200, 404, 404, 404, 404, clerks_batch),
    "issuance:advance": Route(302, 404, 404, 200, 404, 404, 404, 404, clerks_batch, "post"),
    "issuance:retry": Route(302, 404, 404, 302, 404, 404, 404, 404, clerks_batch, "post"),
    "issuance:issued_pdf": Route(302, 404, 403, 404, 404, 404, 403, 404, recalled),
    "issuance:issued_xml": Route(302, 404, 403, 404, 404, 404, 403, 404, recalled),
    "issuance:preview": Route(302, 404, 403, 404, 404, 404, 403, 404, recalled),
    "issuance:recall": Route(302, 403, 403, 403, 200, 200, 403, 404, recalled),
}
