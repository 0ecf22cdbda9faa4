from __future__ import annotations

from collections.abc import Mapping

from tests.web.route import Route
from tests.web.world import World, as_owner

from hocba.web.accounts.api import Membership


def clerks_office(world: World) -> Mapping[str, object]:
    with as_owner():
        return {"membership_id": Membership.objects.get(user=world.here.clerk).pk}


ROUTES = {
    "accounts:office_list": Route(302, 200, 200, 200, 200, 200, 200, 200),
    # an office is its holder's own
    "accounts:choose_office": Route(302, 404, 404, 302, 404, 404, 404, 404, clerks_office, "post"),
}
