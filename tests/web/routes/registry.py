from __future__ import annotations

from collections.abc import Mapping

from tests.web.route import Route
from tests.web.world import World


def own_class(world: World) -> Mapping[str, object]:
    return {"class_id": world.here.classes[0].pk}


def pupil(world: World) -> Mapping[str, object]:
    return {"student_id": world.here.pupils[0].pk}


ROUTES = {
    "registry:class_page": Route(302, 200, 200, 200, 200, 200, 403, 404, own_class),
    "registry:student_page": Route(302, 200, 200, 200, 200, 200, 403, 404, pupil),
    "registry:student_list": Route(302, 200, 200, 200, 200, 200, 403, 200),
    "registry:admit": Route(302, 403, 403, 200, 200, 200, 403, 404, own_class),
    "registry:correct": Route(302, 403, 403, 200, 200, 200, 403, 404, pupil),
    "registry:move": Route(302, 403, 403, 200, 200, 200, 403, 404, pupil),
    # an empty form comes back with its problems
    "registry:correct_private": Route(302, 403, 403, 200, 200, 200, 403, 404, pupil, "post"),
    # a subject teacher sees the pupil, not the family
    "registry:reveal": Route(302, 200, 403, 200, 200, 200, 403, 404, pupil, "post"),
}
