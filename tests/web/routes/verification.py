from __future__ import annotations

from collections.abc import Mapping

from django.utils import timezone
from tests.web.route import Route
from tests.web.world import World, as_owner

from hocba.web.issuance.models import Transcript
from hocba.web.registry.api import Enrolment


def a_number(world: World) -> Mapping[str, object]:
    """Of a transcript whose files the store has lost: the register still answers."""
    now = timezone.now()
    record = {
        "student": {"name": "Nguyễn Thị Ánh"},
        "school": {"name": "Trường"},
        "school_year": "2025-2026",
        "grade": 8,
    }
    with as_owner():
        enrolment = Enrolment.objects.get(student=world.here.pupils[0])
        transcript = Transcript.objects.create(
            school=world.here.school, enrolment=enrolment, school_class=world.here.classes[0], version=1,
            state=Transcript.State.RECALLED, record=record, draft_sha256="0" * 64, xml_sha256="0" * 64,
            pdf_sha256="0" * 64, issued_at=now, ended_at=now, recall_reason="data",
        )  # fmt: skip
    return {"public_id": transcript.public_id}


# for everybody alike, whoever they are
ROUTES = {
    "verification:check": Route(200, 200, 200, 200, 200, 200, 200, 200),
    "verification:number": Route(200, 200, 200, 200, 200, 200, 200, 200, a_number),
}
