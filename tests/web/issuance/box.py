"""A holder of keys for tests, in the same process: counts what it is asked, and can be away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hocba.kernel.problems import Problem, fail
from hocba.signing.algorithms import sign_digest
from hocba.signing.demo_pki.authority import KeyHolder
from hocba.signing.ports import Credential, Outcome, Progress, SigningRequest, Ticket


@dataclass
class Box:
    """``holders``: credential id → key. ``refuses``: how many items of each request are refused."""

    holders: dict[str, KeyHolder]
    away: bool = False
    refuses: int = 0
    asked: list[int] = field(default_factory=list)
    _answers: dict[Ticket, Progress] = field(default_factory=dict)

    def credentials(self) -> Sequence[Credential]:
        return [Credential(name, holder.certificate) for name, holder in self.holders.items()]

    def begin(self, request: SigningRequest) -> Ticket:
        if self.away:
            raise fail("keys.away")
        self.asked.append(len(request.items))
        key = self.holders[request.credential].key
        outcomes: dict[str, Outcome] = {item.key: sign_digest(key, item.digest) for item in request.items}
        for item in request.items[: self.refuses]:
            outcomes[item.key] = Problem("demo_box.refused")
        ticket = Ticket(str(len(self._answers)))
        self._answers[ticket] = Progress(outcomes)
        return ticket

    def collect(self, ticket: Ticket) -> Progress:
        return self._answers[ticket]
