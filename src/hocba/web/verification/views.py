"""The public pages. No session, no cookie, no key within reach; nothing that is sent is kept."""

from __future__ import annotations

import time

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.csrf import csrf_exempt

from hocba.kernel.problems import ProblemError
from hocba.web.shared.guards import public
from hocba.web.shared.own_transactions import own_transactions
from hocba.web.verification.answer import shown, state_question
from hocba.web.verification.inquiry import check_stored, inquire
from hocba.web.verification.intake import MOST_FILES, MOST_LOOK_UPS, count_visit, uploaded_file
from hocba.web.verification.register import look_up
from hocba.wording.api import sentence

LEAST_SECONDS = 0.25
"""No look-up is answered sooner, so that time does not tell a known number from an unknown one."""


@own_transactions
@csrf_exempt
@public
def check(request: HttpRequest) -> HttpResponse:
    """Drop a file, read the answer."""
    if request.method != "POST":
        return _page("verification/check.html", {})
    try:
        count_visit(request, "file", MOST_FILES)
        name, data = uploaded_file(request)
    except ProblemError as error:
        status = 429 if error.problem.code == "upload.too_often" else 400
        return _page("verification/check.html", {"problem": sentence(error.problem)}, status=status)
    return _page("verification/answer.html", {"name": name, **shown(inquire(data, filename=name))})


@own_transactions
@public
def number(request: HttpRequest, public_id: str) -> HttpResponse:
    """What the register says of a number from a QR code; the person stays masked."""
    started = time.monotonic()
    try:
        count_visit(request, "number", MOST_LOOK_UPS)
        context = _told(public_id)
    except ProblemError as error:
        return _page("verification/check.html", {"problem": sentence(error.problem)}, status=429)
    time.sleep(max(0.0, started + LEAST_SECONDS - time.monotonic()))
    return _page("verification/number.html", context, status=200 if context["found"] else 404)


def _told(public_id: str) -> dict[str, object]:
    found = look_up(public_id)
    if found is None:
        return {"found": None}
    question = state_question(found)
    intact = check_stored(found)
    return {"found": found, "state": question, "intact": intact}


def _page(template: str, context: dict[str, object], *, status: int = 200) -> HttpResponse:
    # rendered without the request: nothing of the visitor goes in, and no cookie is asked for
    html = render_to_string(template, {"demo": settings.HOCBA_DEMO, **context})
    return HttpResponse(html, status=status, headers={"Cache-Control": "no-store", "X-Robots-Tag": "noindex"})
