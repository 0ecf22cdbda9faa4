"""Many PDFs on several cores. Workers are spawned, never forked: typst's threads do not survive a fork."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass

from hocba.transcript.forms.view import SignatureNote
from hocba.transcript.model import Transcript
from hocba.transcript.pdf import render_pdf

_AHEAD = 4
"""Jobs kept waiting for each worker: enough to keep it busy, few enough that memory stays flat."""


@dataclass(frozen=True, slots=True)
class PdfJob:
    """The arguments of one ``render_pdf``."""

    transcript: Transcript
    xml: bytes
    signatures: tuple[SignatureNote, ...] = ()
    verify_url: str = ""


def render_many(jobs: Iterable[PdfJob], *, workers: int) -> Iterator[bytes]:
    """PDFs in the order of the jobs; jobs are taken as results are. Raises as ``render_pdf`` does.

    Call it from a module that ``multiprocessing`` can import again (not from standard input).
    """
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=use_one_core) as pool:
        running: deque[Future[bytes]] = deque()
        for job in jobs:
            running.append(pool.submit(_render, job))
            if len(running) > workers * _AHEAD:
                yield running.popleft().result()
        while running:
            yield running.popleft().result()


def use_one_core() -> None:
    """For this process, before its first PDF: typst's threads would only wait for each other."""
    os.environ.setdefault("RAYON_NUM_THREADS", "1")


def _render(job: PdfJob) -> bytes:
    return render_pdf(job.transcript, xml=job.xml, signatures=job.signatures, verify_url=job.verify_url)
