from __future__ import annotations

from tests.web.route import Route

ROUTES = {
    "schools:class_list": Route(302, 200, 200, 200, 200, 200, 403, 200),
    "schools:teacher_list": Route(302, 403, 403, 200, 200, 200, 403, 200),
}
