"""Every msgid of our templates and Python, found without gettext's tools.

``python -m tests.web.catalogue`` prints the entries that the English catalogue lacks, ready to be appended.
"""

from __future__ import annotations

import ast
import gettext
import json
import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import template

import hocba.web

ROOT = Path(hocba.web.__file__).parent
CATALOGUE = ROOT / "locale/en/LC_MESSAGES/django.mo"
SINGLE = {"gettext", "gettext_noop", "gettext_lazy", "_"}
PLURAL = {"ngettext", "ngettext_lazy"}
_CALLS = re.compile(r"""\b(?:n?gettext)\((?:u?"(?:[^"\\]|\\.)*"|u?'(?:[^'\\]|\\.)*'|\s|,|n|count)*\)""")


def msgids() -> dict[str, str]:
    """Of every app: msgid → its plural, empty where it has none."""
    sources = [*map(_calls_of_template, ROOT.rglob("*.html")), *map(Path.read_text, ROOT.rglob("*.py"))]
    found = {msgid: plural for source in sources for msgid, plural in _in(source)}
    return found | dict.fromkeys(_labels_of_calendars(), "")


def translations() -> dict[object, str]:
    """The compiled English catalogue: msgid, or (msgid, number of the form) → text."""
    with CATALOGUE.open("rb") as stream:
        compiled: dict[object, str] = vars(gettext.GNUTranslations(stream))["_catalog"]
    return compiled


def missing() -> list[str]:
    """Msgids without an English text."""
    known = translations()
    return sorted(msgid for msgid, plural in msgids().items() if not known.get((msgid, 0) if plural else msgid))


def _labels_of_calendars() -> Iterator[str]:
    for file in ROOT.glob("shared/calendars/*.json"):
        yield from (rule["label"] for rule in json.loads(file.read_text()))


def _calls_of_template(file: Path) -> str:
    """Django turns a template into lines of gettext calls; keep those, one a line."""
    text = template.templatize(file.read_text(), origin=str(file))
    return "\n".join(" ".join(call.splitlines()) for call in _CALLS.findall(text))


def _in(source: str) -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and _name(node.func) in SINGLE | PLURAL:
            words = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            if words:
                yield words[0], words[1] if _name(node.func) in PLURAL else ""


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def entry(msgid: str, plural: str, *texts: str) -> str:
    """One entry of a ``.po`` file."""
    lines = [f"msgid {_quoted(msgid)}"]
    if plural:
        lines += [f"msgid_plural {_quoted(plural)}", *(f"msgstr[{n}] {_quoted(text)}" for n, text in enumerate(texts))]
    else:
        lines.append(f"msgstr {_quoted(texts[0])}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


if __name__ == "__main__":
    every = msgids()
    print("\n".join(entry(msgid, every[msgid], "", "") for msgid in missing()))
