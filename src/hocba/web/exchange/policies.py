"""Load and authorise. A file is its bringer's own."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from hocba.web.exchange.models import Import
from hocba.web.gradebook.api import Sheet, subject_sheet_to_write
from hocba.web.shared.actor import Actor
from hocba.web.shared.guards import require
from hocba.web.shared.permissions import Permission


def own_import(actor: Actor, *, import_id: UUID) -> Import:
    """Whoever brought the file, and nobody else."""
    require(actor, Permission.DATA_IMPORT)
    return get_object_or_404(Import, pk=import_id, by=actor.user_id)


def sheet_to_fill_in(actor: Actor, *, class_subject_id: UUID, part: str) -> Sheet:
    """A term's marks of a subject that the actor teaches."""
    sheet = subject_sheet_to_write(actor, class_subject_id=class_subject_id, part=part)
    if sheet.term not in (1, 2):
        raise Http404("no template for this part")
    return sheet
