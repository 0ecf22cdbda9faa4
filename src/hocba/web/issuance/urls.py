from __future__ import annotations

from django.urls import path

from hocba.web.issuance.views import batch, classes, documents, sign

app_name = "issuance"
urlpatterns = [
    path("hoc-ba/", classes.class_list, name="class_list"),
    path("hoc-ba/lop/<uuid:class_id>/", classes.class_page, name="class_page"),
    path("hoc-ba/lop/<uuid:class_id>/lap/", classes.draft, name="draft"),
    path("hoc-ba/lop/<uuid:class_id>/huy/", classes.discard, name="discard"),
    path("hoc-ba/lop/<uuid:class_id>/ki/<str:step>/", sign.sign, name="sign"),
    path("hoc-ba/lop/<uuid:class_id>/ki/<str:step>/bat-dau/", sign.start, name="start"),
    path("hoc-ba/lop/<uuid:class_id>/ki/<str:step>/chung-thu/", sign.find_certificate, name="find_certificate"),
    path("hoc-ba/dot-ki/<uuid:batch_id>/", batch.batch, name="batch"),
    path("hoc-ba/dot-ki/<uuid:batch_id>/tiep/", batch.advance, name="advance"),
    path("hoc-ba/dot-ki/<uuid:batch_id>/ki-lai/", batch.retry, name="retry"),
    path("hoc-ba/ban/<uuid:transcript_id>/xem/", documents.preview, name="preview"),
    path("hoc-ba/ban/<uuid:transcript_id>/pdf/", documents.issued_pdf, name="issued_pdf"),
    path("hoc-ba/ban/<uuid:transcript_id>/xml/", documents.issued_xml, name="issued_xml"),
    path("hoc-ba/ban/<uuid:transcript_id>/thu-hoi/", documents.recall, name="recall"),
]
