from __future__ import annotations

from tests.web.route import Route

ROUTES = {
    "work": Route(302, 200, 200, 200, 200, 200, 200, 200),
    "health": Route(200, 200, 200, 200, 200, 200, 200, 200),
}
