from __future__ import annotations

from tests.web.route import Route

ROUTES = {
    "work": Route(302, 200, 200, 200, 200, 200, 200, 200),
    "trail": Route(302, 403, 403, 403, 200, 200, 403, 200),
    # a cookie, and back to where one came from
    "choose_language": Route(302, 302, 302, 302, 302, 302, 302, 302, method="post", data={"language": "en"}),
    "health": Route(200, 200, 200, 200, 200, 200, 200, 200),
}
