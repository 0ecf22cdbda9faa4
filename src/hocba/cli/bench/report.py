"""What a bench prints: rows of work done, and ratios between rows of the same run."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class Row:
    """``work`` units done in ``seconds`` of wall time (``cpu_seconds`` of this process)."""

    name: str
    unit: str
    work: int = 0
    seconds: float = 0.0
    cpu_seconds: float = 0.0

    @property
    def per_second(self) -> float:
        return self.work / self.seconds if self.seconds else 0.0


@dataclass(slots=True)
class Report:
    """Rows, and ratios such as «XAdES / raw limit» → 0.87. ``peak_memory_mib`` is this process's high-water mark."""

    bench: str
    rows: list[Row] = field(default_factory=list)
    ratios: dict[str, float] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @contextmanager
    def row(self, name: str, unit: str) -> Iterator[Row]:
        """Time a block; the block sets ``row.work``."""
        row = Row(name, unit)
        wall, cpu = time.perf_counter(), time.process_time()
        yield row
        row.seconds, row.cpu_seconds = time.perf_counter() - wall, time.process_time() - cpu
        self.rows.append(row)

    def repeat(self, name: str, unit: str, action: Callable[[], object], *, seconds: float, least: int = 3) -> Row:
        """Call ``action`` for about ``seconds`` (at least ``least`` times) after one warm-up call."""
        action()
        with self.row(name, unit) as row:
            end = time.perf_counter() + seconds
            while row.work < least or time.perf_counter() < end:
                action()
                row.work += 1
        return row

    def ratio(self, name: str, part: Row, whole: Row) -> None:
        """Record ``part`` per second over ``whole`` per second."""
        self.ratios[name] = part.per_second / whole.per_second if whole.per_second else 0.0

    def as_json(self) -> dict[str, object]:
        return {
            "bench": self.bench,
            "rows": [
                {
                    "name": row.name,
                    "unit": row.unit,
                    "work": row.work,
                    "seconds": round(row.seconds, 4),
                    "cpu_seconds": round(row.cpu_seconds, 4),
                    "per_second": round(row.per_second, 2),
                }
                for row in self.rows
            ],
            "ratios": {name: round(value, 4) for name, value in self.ratios.items()},
            "peak_memory_mib": round(peak_memory_mib(), 1),
            "notes": self.notes,
        }

    def as_text(self) -> str:
        lines = [f"hocba bench {self.bench}"]
        width = max((len(row.name) for row in self.rows), default=0)
        lines += [
            f"  {row.name:<{width}}  {row.work:>9,} {row.unit} · {row.seconds:7.2f} s · {row.per_second:11,.1f}/s"
            for row in self.rows
        ]
        lines += [f"  {name}: {value:.3f}" for name, value in self.ratios.items()]
        lines.append(f"  bộ nhớ cao nhất: {peak_memory_mib():.0f} MiB")
        return "\n".join([*lines, *(f"  {note}" for note in self.notes)])


def peak_memory_mib() -> float:
    """High-water mark of this process and of the children that it has waited for, in MiB."""
    unit = 1024 if sys.platform != "darwin" else 1024 * 1024
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return max(own, children) / unit
