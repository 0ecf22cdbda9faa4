"""What the "my work" page says about classes."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from hocba.web.schools.selectors import classes_visible_to, school_of
from hocba.web.shared.actor import Actor
from hocba.web.shared.permissions import Permission
from hocba.web.shared.work import Card


def cards(actor: Actor) -> Sequence[Card]:
    """The way to the classes, for whoever may see any."""
    if not actor.may(Permission.CLASS_VIEW):
        return ()
    count = classes_visible_to(actor).filter(year_start=school_of(actor).current_year).count()
    text = ngettext("%(count)d lớp trong năm học này.", "%(count)d lớp trong năm học này.", count) % {"count": count}
    return (Card(title=gettext("Lớp học"), text=text, url=reverse("schools:class_list")),)
