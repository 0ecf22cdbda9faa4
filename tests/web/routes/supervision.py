from __future__ import annotations

from collections.abc import Mapping

from tests.web.route import Route
from tests.web.world import World


def school(world: World) -> Mapping[str, object]:
    return {"school_id": world.here.school.pk}


ROUTES = {
    "supervision:overview": Route(302, 403, 403, 403, 403, 403, 200, 403),
    "supervision:school_page": Route(302, 403, 403, 403, 403, 403, 200, 403, school),
}
