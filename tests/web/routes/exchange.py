from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tests.web.exchange.workbooks import ANH, workbook
from tests.web.route import Route
from tests.web.routes.gradebook import of_maths
from tests.web.world import World, as_owner

from hocba.web.accounts.selectors import actor_for
from hocba.web.exchange.files import keep
from hocba.web.exchange.models import Import


def teachers_file(world: World) -> Mapping[str, object]:
    teacher = world.here.teacher
    with as_owner():
        actor = actor_for(teacher.pk, None)
        assert actor is not None
        brought = Import.objects.create(
            school=world.here.school, filename="so-diem.xlsx", by=teacher, expires_on=date(2100, 1, 1),
            digest=keep(workbook([(*ANH, 8, "7,5", 0, 85, 9, 6.5), ("", "Người Lạ", 5, 5, 5, 5, 5, 5)]), actor=actor),
        )  # fmt: skip
    return {"import_id": brought.pk}


ROUTES = {
    "exchange:upload": Route(302, 200, 200, 200, 200, 200, 403, 200),
    # a file is its bringer's own
    "exchange:preview": Route(302, 200, 404, 404, 404, 404, 403, 404, teachers_file),
    "exchange:decide": Route(302, 302, 404, 404, 404, 404, 403, 404, teachers_file, "post"),
    # 409: entered, and a row is not decided yet
    "exchange:write": Route(302, 409, 404, 404, 404, 404, 403, 404, teachers_file, "post"),
    "exchange:undo": Route(302, 302, 404, 404, 404, 404, 403, 404, teachers_file, "post"),
    # marks are filled in by who teaches the subject
    "exchange:template": Route(302, 200, 403, 403, 403, 403, 403, 404, of_maths("hk1")),
}
