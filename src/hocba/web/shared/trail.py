"""The trail as a page: who did what in the school, and who looked at what is covered."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext, gettext_lazy

from hocba.web.shared.actor import Actor
from hocba.web.shared.guards import guard, needs
from hocba.web.shared.http import Request
from hocba.web.shared.models import AuditEntry
from hocba.web.shared.permissions import Permission, Role
from hocba.wording.audit import action_words

PER_PAGE = 50

KINDS = {
    "": (gettext_lazy("Tất cả"), ""),
    "xem": (gettext_lazy("Xem thông tin riêng tư"), r"^student\.private_seen$"),
    "hoc-sinh": (gettext_lazy("Học sinh"), r"^student\."),
    "phan-cong": (gettext_lazy("Phân công"), r"^(class|teaching)\."),
    "so-diem": (gettext_lazy("Sổ điểm"), r"^(gradebook|exemption|result|import)"),
    "hoc-ba": (gettext_lazy("Học bạ"), r"^(transcripts?|batch)\."),
}
"""Tab → its label and the actions it shows, as a regular expression."""


@dataclass(frozen=True, slots=True)
class Line:
    """One entry in words."""

    entry: AuditEntry
    action: str
    role: str
    changes: tuple[str, ...]


def entries(*, kind: str, query: str, actor_id: str, target: str) -> QuerySet[AuditEntry]:
    """Of the school in scope, latest first; row security sees to which school that is."""
    found = AuditEntry.objects.order_by("-at", "-id")
    pattern = KINDS.get(kind, KINDS[""])[1]
    if pattern:
        found = found.filter(action__regex=pattern)
    if query:
        found = found.filter(Q(object_label__icontains=query) | Q(actor_name__icontains=query))
    if actor_id.isascii() and actor_id.isdecimal() and len(actor_id) < 19:
        found = found.filter(actor_id=int(actor_id))
    return found.filter(object_id=target) if target else found


@guard(needs(Permission.AUDIT_VIEW))
def trail(request: Request, actor: Actor) -> HttpResponse:
    """``loai`` tab, ``q`` search, ``nguoi`` one person, ``ve`` one object."""
    asked = {name: request.GET.get(name, "")[:100].strip() for name in ("loai", "q", "nguoi", "ve")}
    found = entries(kind=asked["loai"], query=asked["q"], actor_id=asked["nguoi"], target=asked["ve"])
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    lines = [line_of(entry) for entry in page]
    context = {
        "asked": asked,
        "narrowed": narrowed_to(lines, asked),
        "lines": lines,
        "filtered": any(asked.values()),
        "page": page,
        "numbers": page.paginator.get_elided_page_range(page.number),
        "tabs": _tabs(asked),
    }
    return render(request, "trail/page.html", context)


def line_of(entry: AuditEntry) -> Line:
    """Before and after side by side, for the fields that changed."""
    before, after = entry.before or {}, entry.after or {}
    changes = tuple(_change(before.get(name), after.get(name)) for name in before.keys() & after.keys())
    role = Role(entry.actor_role).label if entry.actor_role in set(Role) else entry.actor_role
    return Line(entry, action_words(entry.action), role, tuple(sorted(filter(None, changes))))


def narrowed_to(lines: list[Line], asked: dict[str, str]) -> str:
    """What the list is narrowed to by ``nguoi`` or ``ve``, in words; empty when it is not."""
    if not (asked["nguoi"] or asked["ve"]):
        return ""
    if not lines:
        return gettext("mục đã chọn")
    return lines[0].entry.actor_name if asked["nguoi"] else lines[0].entry.object_label


def _change(before: object, after: object) -> str:
    if before == after or (isinstance(before, dict | list) and len(before) > 3):
        return ""
    return f"{_shown(before)} → {_shown(after)}"


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "–"
    return str(value) if value not in ("", None) else "–"


def _tabs(asked: dict[str, str]) -> list[dict[str, object]]:
    kept = {name: value for name, value in asked.items() if value and name != "loai"}
    return [
        {"label": label, "url": f"?{urlencode({**kept, 'loai': kind})}", "current": kind == asked["loai"]}
        for kind, (label, _) in KINDS.items()
    ]
