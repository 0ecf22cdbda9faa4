"""Nhập từ Excel: bring a file, look at what it would change, decide, write, take back; download a template."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from hocba.interchange.spreadsheets.api import MAX_FILE_BYTES
from hocba.kernel.problems import Problem, ProblemError, fail
from hocba.web.exchange import pages, policies
from hocba.web.exchange.choices import of_form, of_json
from hocba.web.exchange.draw_up import plan_of
from hocba.web.exchange.models import Import
from hocba.web.exchange.services.bring import bring
from hocba.web.exchange.services.bring import decide as decide_on
from hocba.web.exchange.services.undo import undo as take_back
from hocba.web.exchange.services.write import write as write_all
from hocba.web.exchange.template_file import template_of
from hocba.web.gradebook.api import Sheet
from hocba.web.shared.actor import Actor
from hocba.web.shared.guards import guard, needs
from hocba.web.shared.http import Request, actor_of
from hocba.web.shared.permissions import Permission
from hocba.wording.api import sentence
from hocba.wording.spreadsheets import told

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@guard(needs(Permission.DATA_IMPORT), methods=("GET", "POST"))
def upload(request: Request, actor: Actor) -> HttpResponse:
    """Choose a file; files brought earlier."""
    if request.method != "POST":
        return render(request, "exchange/upload.html", pages.upload(actor))
    try:
        content, filename = _uploaded(request)
        brought = bring(content, filename=filename, actor=actor)
    except ProblemError as error:
        return render(request, "exchange/upload.html", pages.upload(actor, told(error.problem)), status=422)
    return redirect("exchange:preview", import_id=brought.pk)


def _uploaded(request: Request) -> tuple[bytes, str]:
    given = request.FILES.get("tep")
    if given is None:
        raise fail("import.no_file")
    if given.size is None or given.size > MAX_FILE_BYTES:
        raise fail("file.too_large", reason="bytes", limit=str(MAX_FILE_BYTES))
    return given.read(), given.name or ""


@guard(policies.own_import)
def preview(request: Request, brought: Import) -> HttpResponse:
    """What the file would change; once it is written, what it has changed."""
    return _preview(request, brought)


def _preview(request: Request, brought: Import, refused: Problem | None = None) -> HttpResponse:
    if brought.written_at is not None:
        return render(request, "exchange/written.html", pages.written(brought))
    try:
        plan = plan_of(brought, actor=actor_of(request))
    except ProblemError as error:
        return render(request, "exchange/upload.html", pages.upload(actor_of(request), told(error.problem)), status=410)
    context = pages.preview(brought, plan, sentence(refused) if refused else "", actor=actor_of(request))
    return render(request, "exchange/preview.html", context, status=409 if refused else 200)


@guard(policies.own_import, methods=("POST",))
def decide(request: Request, brought: Import) -> HttpResponse:
    """Where each sheet goes, whose each row is, whether blanks erase; then look again."""
    actor = actor_of(request)
    if brought.written_at is None:
        before = of_json(brought.choices)
        try:
            parts = len(plan_of(brought, actor=actor).parts)
            decide_on(brought, choices=of_form(request.POST.dict(), before=before, parts=parts), actor=actor)
        except ProblemError as error:
            messages.error(request, told(error.problem))
    return redirect("exchange:preview", import_id=brought.pk)


@guard(policies.own_import, methods=("POST",))
def write(request: Request, brought: Import) -> HttpResponse:
    """Write everything or nothing."""
    try:
        write_all(brought, actor=actor_of(request), problems_seen="da-xem" in request.POST)
    except ProblemError as error:
        return _preview(request, brought, error.problem)
    return redirect("exchange:preview", import_id=brought.pk)


@guard(policies.own_import, methods=("POST",))
def undo(request: Request, brought: Import) -> HttpResponse:
    """Put back what nobody changed since."""
    try:
        kept = take_back(brought, actor=actor_of(request))
    except ProblemError as error:
        messages.error(request, sentence(error.problem))
    else:
        partly = gettext("Đã hoàn tác; những ô bên dưới đã có người sửa nên giữ nguyên.")
        messages.success(request, partly if kept else gettext("Đã hoàn tác toàn bộ."))
    return redirect("exchange:preview", import_id=brought.pk)


@guard(policies.sheet_to_fill_in)
def template(request: Request, sheet: Sheet) -> HttpResponse:
    """Tải mẫu Excel: names, and marks as they stand."""
    response = HttpResponse(template_of(sheet, actor=actor_of(request)), content_type=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="{pages.template_name(sheet)}"'
    return response
