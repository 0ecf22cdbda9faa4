"""Every address of the site."""

from __future__ import annotations

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from hocba.web.exchange.api import sample
from hocba.web.project.work import work
from hocba.web.shared.health import health
from hocba.web.shared.language import choose_language
from hocba.web.shared.patterns import patterns
from hocba.web.shared.trail import trail

urlpatterns: list[URLPattern | URLResolver] = [
    path("", work, name="work"),
    path("suc-khoe/", health, name="health"),
    path("ngon-ngu/", choose_language, name="choose_language"),
    path("nhat-ki/", trail, name="trail"),
    path("tai-khoan/", include("allauth.urls")),
    path("tai-khoan/", include("hocba.web.accounts.urls")),
    path("", include("hocba.web.schools.urls")),
    path("", include("hocba.web.registry.urls")),
    path("", include("hocba.web.supervision.urls")),
    path("", include("hocba.web.issuance.urls")),
    path("", include("hocba.web.verification.urls")),
    path("", include("hocba.web.gradebook.urls")),
    path("", include("hocba.web.results.urls")),
    path("", include("hocba.web.exchange.urls")),
]

if settings.DEBUG or settings.HOCBA_DEMO:
    urlpatterns.append(path("mau/", patterns, name="patterns"))
if settings.HOCBA_DEMO:
    urlpatterns.append(path("nhap-excel/tep-mau/<str:name>", sample, name="sample_workbook"))

handler400 = "hocba.web.shared.errors.bad_request"
handler403 = "hocba.web.shared.errors.forbidden"
handler404 = "hocba.web.shared.errors.not_found"
