from __future__ import annotations

from django.urls import path

from hocba.web.exchange import views

app_name = "exchange"
urlpatterns = [
    path("nhap-excel/", views.upload, name="upload"),
    path("nhap-excel/<uuid:import_id>/", views.preview, name="preview"),
    path("nhap-excel/<uuid:import_id>/chon/", views.decide, name="decide"),
    path("nhap-excel/<uuid:import_id>/ghi/", views.write, name="write"),
    path("nhap-excel/<uuid:import_id>/hoan-tac/", views.undo, name="undo"),
    path("so-diem/<uuid:class_subject_id>/<str:part>/mau-excel/", views.template, name="template"),
]
