"""Looks the installation over and says, in Vietnamese, what to mend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.core.checks import ERROR, CheckMessage
from django.db import OperationalError

from hocba.web.project.checks import HERE, IN_DATABASE, Check


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; ``messages`` empty: in order."""

    name: str
    messages: tuple[CheckMessage, ...] = ()

    @property
    def is_error(self) -> bool:
        return any(message.level >= ERROR for message in self.messages)

    def lines(self) -> Iterator[str]:
        """As the terminal shows it: the state as a sign and a word, then how to mend it."""
        if not self.messages:
            yield f"  ✓ {self.name}: ổn"
        for message in self.messages:
            sign, word = ("✗", "LỖI") if message.level >= ERROR else ("!", "lưu ý")
            yield f"  {sign} {self.name}: {word} – {message.msg} [{message.id}]"
            if message.hint:
                yield f"      → {message.hint}"


def examine() -> list[Finding]:
    """Everything, in the order in which one would mend it. Never raises for a database that is away."""
    return [*_ask(HERE), *_ask_database()]


def _ask(checks: Mapping[str, Check]) -> list[Finding]:
    return [Finding(name, tuple(check())) for name, check in checks.items()]


def _ask_database() -> list[Finding]:
    try:
        return _ask(IN_DATABASE)
    except OperationalError:
        # the driver's own words may carry the address with its password
        hint = "Xem DATABASE_URL, rồi xem máy chủ PostgreSQL có đang chạy không."
        message = CheckMessage(ERROR, "Không nối được với cơ sở dữ liệu.", hint=hint, id="hocba.E011")
        return [Finding("Kết nối cơ sở dữ liệu", (message,))]
