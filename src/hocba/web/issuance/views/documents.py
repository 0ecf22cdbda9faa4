"""The documents themselves: preview, the issued files, recall."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext

from hocba.kernel.problems import ProblemError
from hocba.transcript.api import render_pdf
from hocba.web.issuance.documents import draft_of
from hocba.web.issuance.models import Transcript
from hocba.web.issuance.policies import transcript_to_read, transcript_to_recall
from hocba.web.issuance.services.recall import recall as recall_transcript
from hocba.web.shared import blobs
from hocba.web.shared.guards import guard
from hocba.web.shared.http import Request, actor_of
from hocba.wording.api import sentence

PDF, XML = "application/pdf", "application/xml"


@guard(transcript_to_read)
def preview(request: Request, transcript: Transcript) -> HttpResponse:
    """The whole form as it will be, before the seal; as issued afterwards."""
    if transcript.pdf_sha256:
        return _file(blobs.get(transcript.pdf_sha256), PDF, f"{transcript.public_id}.pdf", inline=True)
    if transcript.state != Transcript.State.OPEN:
        raise Http404
    draft = draft_of(transcript)
    pdf = render_pdf(draft.transcript, xml=draft.xml)
    return _file(pdf, PDF, f"xem-truoc-{transcript.public_id}.pdf", inline=True)


@guard(transcript_to_read)
def issued_pdf(request: Request, transcript: Transcript) -> HttpResponse:
    return _file(blobs.get(_issued(transcript).pdf_sha256), PDF, f"hocba-{transcript.public_id}.pdf")


@guard(transcript_to_read)
def issued_xml(request: Request, transcript: Transcript) -> HttpResponse:
    return _file(blobs.get(_issued(transcript).xml_sha256), XML, f"hocba-{transcript.public_id}.xml")


@guard(transcript_to_recall, methods=("GET", "POST"))
def recall(request: Request, transcript: Transcript) -> HttpResponse:
    """Ask for the reason, then recall."""
    problem = ""
    if request.method == "POST":
        try:
            kind, reason = request.POST.get("kind", ""), request.POST.get("reason", "")
            recall_transcript(transcript, actor=actor_of(request), kind=kind, reason=reason)
        except ProblemError as error:
            problem = sentence(error.problem)
        else:
            text = gettext("Đã thu hồi. Trang xác minh trả lời «đã thu hồi» từ bây giờ.")
            messages.success(request, text)
            return redirect("issuance:class_page", class_id=transcript.school_class_id)
    context = {"transcript": transcript, "kinds": Transcript.RecallReason.choices, "problem": problem}
    return render(request, "issuance/recall.html", {**context, "breadcrumbs": _crumbs(transcript)})


def _issued(transcript: Transcript) -> Transcript:
    if not transcript.pdf_sha256:
        raise Http404
    return transcript


def _file(content: bytes, kind: str, name: str, *, inline: bool = False) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response.headers["Content-Disposition"] = f'{"inline" if inline else "attachment"}; filename="{name}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _crumbs(transcript: Transcript) -> list[dict[str, str]]:
    page = reverse("issuance:class_page", kwargs={"class_id": transcript.school_class_id})
    return [
        {"label": gettext("Học bạ"), "url": reverse("issuance:class_list")},
        {"label": gettext("Lớp %(name)s") % {"name": transcript.school_class.name}, "url": page},
        {"label": gettext("Thu hồi"), "url": ""},
    ]
