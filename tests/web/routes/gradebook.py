from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.web.route import Route
from tests.web.world import World


def of_maths(part: str) -> Callable[[World], Mapping[str, object]]:
    return lambda world: {"class_subject_id": world.here.maths.pk, "part": part}


def of_homeroom(part: str) -> Callable[[World], Mapping[str, object]]:
    return lambda world: {"class_id": world.here.classes[0].pk, "part": part}


def own_class(world: World) -> Mapping[str, object]:
    return {"class_id": world.here.classes[0].pk}


ROUTES = {
    "gradebook:index": Route(302, 200, 200, 200, 200, 200, 403, 200),
    # the colleague teaches another subject of the class
    "gradebook:subject_sheet": Route(302, 200, 403, 200, 200, 200, 403, 404, of_maths("hk1")),
    "gradebook:subject_history": Route(302, 200, 403, 200, 200, 200, 403, 404, of_maths("hk1")),
    "gradebook:homeroom_sheet": Route(302, 200, 403, 200, 200, 200, 403, 404, of_homeroom("nam")),
    "gradebook:homeroom_history": Route(302, 200, 403, 200, 200, 200, 403, 404, of_homeroom("nam")),
    # the office reads, it does not write marks; 400: entered, and an empty form is not a batch
    "gradebook:save_subject": Route(302, 400, 403, 403, 403, 403, 403, 404, of_maths("hk1"), "post"),
    "gradebook:save_homeroom": Route(302, 400, 403, 403, 403, 403, 403, 404, of_homeroom("nam"), "post"),
    "gradebook:class_page": Route(302, 200, 403, 200, 200, 200, 403, 404, own_class),
    "gradebook:lock": Route(302, 403, 403, 403, 302, 302, 403, 404, own_class, "post"),
    "gradebook:unlock": Route(302, 403, 403, 403, 302, 302, 403, 404, own_class, "post"),
}
