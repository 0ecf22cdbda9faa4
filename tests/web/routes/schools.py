from __future__ import annotations

from collections.abc import Mapping

from tests.web.route import Route
from tests.web.world import World


def own_class(world: World) -> Mapping[str, object]:
    return {"class_id": world.here.classes[0].pk}


def maths(world: World) -> Mapping[str, object]:
    return {"class_subject_id": world.here.maths.pk}


ROUTES = {
    "schools:class_list": Route(302, 200, 200, 200, 200, 200, 403, 200),
    "schools:teacher_list": Route(302, 403, 403, 200, 200, 200, 403, 200),
    "schools:assign_homeroom": Route(302, 403, 403, 200, 200, 200, 403, 404, own_class),
    "schools:assign_teacher": Route(302, 403, 403, 200, 200, 200, 403, 404, maths),
}
