from __future__ import annotations

from tests.web.route import Route

ROUTES = {
    "work": Route(302, 200, 200, 200, 200, 200, 200, 200),
    "trail": Route(302, 403, 403, 403, 200, 200, 403, 200),
    "health": Route(200, 200, 200, 200, 200, 200, 200, 200),
}
