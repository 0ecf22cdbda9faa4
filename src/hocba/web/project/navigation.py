"""The main sections and who sees each. An app that has one adds its line here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from hocba.web.shared.actor import Actor
from hocba.web.shared.permissions import Permission


@dataclass(frozen=True, slots=True)
class Section:
    """``permission`` None: everybody who is signed in."""

    label: str
    view: str
    permission: Permission | None = None


SECTIONS: Sequence[Section] = (
    Section(gettext_noop("Việc của tôi"), "work"),
    Section(gettext_noop("Sổ điểm"), "gradebook:index", Permission.CLASS_VIEW),
    Section(gettext_noop("Nhập Excel"), "exchange:upload", Permission.DATA_IMPORT),
    Section(gettext_noop("Lớp học"), "schools:class_list", Permission.CLASS_VIEW),
    Section(gettext_noop("Học sinh"), "registry:student_list", Permission.CLASS_VIEW),
    Section(gettext_noop("Học bạ"), "issuance:class_list", Permission.CLASS_VIEW),
    Section(gettext_noop("Tiến độ"), "supervision:overview", Permission.SUPERVISE),
    Section(gettext_noop("Giáo viên"), "schools:teacher_list", Permission.SCHOOL_WIDE),
    Section(gettext_noop("Nhật kí"), "trail", Permission.AUDIT_VIEW),
)


def navigation(actor: Actor, path: str) -> list[dict[str, object]]:
    """Sections open to the actor; the one that ``path`` lies in is current. Every path begins like the first one's."""
    open_to = [section for section in SECTIONS if section.permission is None or actor.may(section.permission)]
    found = [(gettext(section.label), reverse(section.view)) for section in open_to]
    around = [url for _, url in found if path.startswith(url) and (url != "/" or path == "/")]
    current = max(around, key=len, default="")
    return [{"label": label, "url": url, "current": url == current} for label, url in found]
