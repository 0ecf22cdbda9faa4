"""Is the site alive: for a proxy or a monitor; says nothing else."""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, JsonResponse

from hocba.web.shared.guards import public


@public
def health(request: HttpRequest) -> JsonResponse:
    """200 when the database answers; an exception, thus 500, when not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})
