"""The child of ``isolation``: file on standard input, grids or one problem as JSON on standard output."""

from __future__ import annotations

import json
import sys

from hocba.interchange.spreadsheets import limits
from hocba.interchange.spreadsheets.containers import detect, wire
from hocba.kernel.problems import ProblemError


def confine() -> None:
    """Bound memory and processor time where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.MAX_MEMORY_BYTES, limits.MAX_MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.MAX_SECONDS, limits.MAX_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(data: bytes, filename: str) -> bytes:
    try:
        return wire.dump(detect.read_grids(data, filename=filename))
    except ProblemError as error:
        problem = {"code": error.problem.code, "params": dict(error.problem.params)}
        return json.dumps({"problem": problem}).encode()


if __name__ == "__main__":
    confine()
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read(), sys.argv[1]))
