from __future__ import annotations

from collections.abc import Mapping

from tests.web.route import Route
from tests.web.world import World, as_owner

from hocba.web.registry.api import Enrolment


def own_class(world: World) -> Mapping[str, object]:
    return {"class_id": world.here.classes[0].pk}


def pupil(world: World) -> Mapping[str, object]:
    with as_owner():
        enrolment = Enrolment.objects.get(student=world.here.pupils[0])
    return {**own_class(world), "enrolment_id": enrolment.pk}


ROUTES = {
    # the colleague sees the own subject, not the results of the class
    "results:class_page": Route(302, 200, 403, 200, 200, 200, 403, 404, own_class),
    "results:pupil_page": Route(302, 200, 403, 200, 200, 200, 403, 404, pupil),
    "results:ruling": Route(302, 403, 403, 403, 200, 200, 403, 404, pupil),
}
