"""Vietnamese unless the reader asks for English: a cookie, set by the switch in the footer.

The browser's own preference is not followed: many machines of schools are set up in English, and the wording that
was reviewed is the Vietnamese one.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt

from hocba.web.shared.guards import public

A_YEAR = 365 * 24 * 60 * 60


class LanguageMiddleware:
    """Every page in the language of the cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        code = known(request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""))
        request.LANGUAGE_CODE = code
        with translation.override(code):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", code)
        patch_vary_headers(response, ("Cookie",))
        return response


def known(code: str) -> str:
    """``code`` if it is a language of ours, else Vietnamese."""
    return code if code in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


# nothing is gained by switching a stranger's language, and pages without a session carry no token
@public
@csrf_exempt
def choose_language(request: HttpRequest) -> HttpResponse:
    """POST ``language``; back to the page it came from."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    came_from = request.headers.get("Referer", "")
    safe = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, require_https=request.is_secure())
    response = HttpResponseRedirect(came_from if safe else "/")
    code = known(request.POST.get("language", ""))
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, code, max_age=A_YEAR, secure=settings.SESSION_COOKIE_SECURE, httponly=True,
        samesite="Lax",
    )  # fmt: skip
    return response
