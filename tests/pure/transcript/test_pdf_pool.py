"""Rendering on several cores gives the same files in the same order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.samples import sample_transcript

from hocba.kernel.problems import ProblemError
from hocba.transcript.api import PdfJob, render_many, render_pdf, write_xml


def test_many_are_the_same_as_one_by_one() -> None:
    transcripts = [sample_transcript(id=f"many-{number:08d}") for number in range(12)]
    jobs = [PdfJob(transcript, write_xml(transcript)) for transcript in transcripts]
    expected = [render_pdf(job.transcript, xml=job.xml) for job in jobs]
    assert list(render_many(jobs, workers=2)) == expected


def test_a_fault_in_one_job_is_not_swallowed() -> None:
    job = PdfJob(sample_transcript(), b"<a/>")
    bad = replace(job, transcript=sample_transcript(form="thpt"))
    with pytest.raises(ProblemError) as caught:
        list(render_many([job, bad], workers=1))
    assert caught.value.problem.code == "form.unknown"
