"""What the pages show: contexts for the templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from django.urls import reverse
from django.utils.translation import gettext

from hocba.interchange.spreadsheets.api import SheetKind, SheetProblem
from hocba.kernel.names import fold
from hocba.kernel.problems import Problem
from hocba.web.exchange.choices import NEW, SKIP
from hocba.web.exchange.draw_up import BROUGHT_IN
from hocba.web.exchange.matching import Candidate
from hocba.web.exchange.models import Import
from hocba.web.exchange.plan import Change, PartPlan, Plan, RowPlan, State
from hocba.web.exchange.samples import samples
from hocba.web.exchange.targets import Target, targets_of
from hocba.web.gradebook.api import Sheet
from hocba.web.shared.actor import Actor
from hocba.wording.api import sentence
from hocba.wording.spreadsheets import KINDS

EARLIER_SHOWN = 20
_TO_CHOOSE = {"row.unmatched", "row.ambiguous", "row.name_only", "row.name_differs", "row.same_pupil"}
"""Problems that go away when the person says who the row is about; others only by leaving the row out."""


def crumbs(label: str = "") -> list[dict[str, str]]:
    first = {"label": gettext("Sổ điểm"), "url": reverse("gradebook:index")}
    here = {"label": gettext("Nhập từ Excel"), "url": reverse("exchange:upload")}
    return [first, here, *([{"label": label, "url": ""}] if label else [])]


def upload(actor: Actor, problem: str = "") -> dict[str, object]:
    earlier = Import.objects.filter(by=actor.user_id)[:EARLIER_SHOWN]
    return {
        "problem": problem,
        "earlier": [_earlier(brought) for brought in earlier],
        "places": [target.label for target in targets_of(actor)],
        "samples": list(samples()),
        "breadcrumbs": crumbs(),
    }


def _earlier(brought: Import) -> dict[str, object]:
    states = {
        "undone": ("quiet", gettext("đã hoàn tác")),
        "written": ("done", gettext("đã ghi")),
        "open": ("waiting", gettext("chưa ghi")),
    }
    state, status = states["undone" if brought.undone_at else "written" if brought.written_at else "open"]
    return {"brought": brought, "state": state, "status": status}


def written(brought: Import) -> dict[str, object]:
    done = brought.written
    return {
        "brought": brought,
        "cells": sum(sheet["cells"] for sheet in done["sheets"]),
        "added": len(done["added"]) + len(done["enrolled"]),
        "corrected": len(done["corrected"]),
        "kept": done.get("kept", []),
        "breadcrumbs": crumbs(brought.filename),
    }


def preview(brought: Import, plan: Plan, refused: str, *, actor: Actor) -> dict[str, object]:
    targets = targets_of(actor)
    stale = [_stale(*each) for each in plan.stale(brought.seen)]
    used = any(part.target for part in plan.parts)
    return {
        "brought": brought,
        "refused": refused,
        "stale": stale,
        "parts": [_part(part, targets) for part in plan.parts],
        "ready": plan.ready and plan.cells > 0 and not stale,
        "to_decide": not plan.ready or bool(stale),
        "nothing": plan.ready and plan.cells == 0 and used,
        "nothing_found": plan.ready and not used,
        "cells": plan.cells,
        "problems": plan.problems,
        "undecided": sum(len(part.undecided) for part in plan.parts),
        "breadcrumbs": crumbs(brought.filename),
    }


def _stale(part: PartPlan, row: RowPlan, change: Change) -> dict[str, str]:
    return {
        "who": row.row.name or row.row.code or "",
        "column": part.columns.get(change.column, ""),
        "now": _shown(change.column, change.old),
        "new": _shown(change.column, change.new),
        "since": change.since,
    }


def _part(part: PartPlan, targets: Sequence[Target]) -> dict[str, object]:
    reading = part.part.reading
    return {
        "number": part.part.number,
        "sheet": reading.sheet,
        "kind": KINDS[reading.kind],
        "brought_in": reading.kind in BROUGHT_IN,
        "is_marks": reading.kind is SheetKind.GRADEBOOK,
        "skip": SKIP,
        "skipped": part.skipped,
        "shows_problems": not part.skipped or reading.kind not in BROUGHT_IN,
        "erase": part.erase,
        "target": part.target.label if part.target else "",
        "targets": [
            {"key": each.key, "label": each.label, "chosen": part.target is not None and each.key == part.target.key}
            for each in targets
            if each.kind is reading.kind
        ],
        "columns": part.columns.values(),
        "rows": [_row(row, part) for row in part.rows],
        "changes": sum(1 for _ in part.changes()),
        "problems": [_problem(problem) for problem in part.problems],
        "notes": [sentence(Problem(note)) for note in part.notes],
    }


def _problem(found: SheetProblem) -> dict[str, str]:
    row = gettext("dòng %(row)s") % {"row": found.row} if found.row else ""
    column = gettext("cột %(column)s") % {"column": found.column} if found.column else ""
    return {"place": ", ".join(filter(None, (row, column))), "text": sentence(found.problem)}


def _row(row: RowPlan, part: PartPlan) -> dict[str, object]:
    return {
        "row": row.row.row,
        "name": row.row.name or row.row.code or "",
        "state": row.state.value,
        "pupil": _who(row.pupil) if row.pupil else "",
        "cells": [_cell(code, row.changes.get(code)) for code in part.columns],
        "options": _options(row, part) if row.state in (State.UNDECIDED, State.SKIPPED) else [],
    }


def _options(row: RowPlan, part: PartPlan) -> list[dict[str, object]]:
    options: list[dict[str, object]] = [
        {"key": SKIP, "label": gettext("Bỏ dòng này"), "chosen": row.state is State.SKIPPED}
    ]
    codes = {problem.problem.code for problem in row.problems}
    if row.state is not State.SKIPPED and not codes & _TO_CHOOSE:
        return options
    if part.target is not None and part.target.kind is SheetKind.CLASS_LIST:
        options.append({"key": NEW, "label": gettext("Học sinh mới"), "chosen": False})
    first = list(row.likely)
    rest = [each for each in part.offered if each not in first]
    return [*options, *({"key": each.key, "label": _who(each), "chosen": False} for each in [*first, *rest])]


def _who(pupil: Candidate) -> str:
    born = "/".join(reversed(pupil.birth_date.split("-")))
    return f"{pupil.name} ({pupil.code}, {born})"


def _cell(code: str, change: Change | None) -> Mapping[str, object]:
    if change is None:
        return {}
    return {"old": _shown(code, change.old), "new": _shown(code, change.new), "real": change.real}


def _shown(code: str, value: str) -> str:
    """As people write it: a decimal comma, the day first."""
    if code == "birth_date":
        return "/".join(reversed(value.split("-")))
    return value.replace(".", ",") if code in ("gk", "ck") or code.startswith("tx") else value


def template_name(sheet: Sheet) -> str:
    """``8A1-toan-hk1.xlsx``: letters that every system keeps."""
    assert sheet.class_subject is not None
    words = f"{sheet.school_class.name} {fold(sheet.class_subject.name)} {sheet.part}"
    return quote("-".join(words.split()), safe="-") + ".xlsx"
