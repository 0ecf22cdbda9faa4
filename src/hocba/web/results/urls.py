from __future__ import annotations

from django.urls import path

from hocba.web.results import views

app_name = "results"
urlpatterns = [
    path("so-diem/lop/<uuid:class_id>/ket-qua/", views.class_page, name="class_page"),
    path("so-diem/lop/<uuid:class_id>/ket-qua/<uuid:enrolment_id>/", views.pupil_page, name="pupil_page"),
    path("so-diem/lop/<uuid:class_id>/ket-qua/<uuid:enrolment_id>/cach-hieu/", views.ruling_page, name="ruling"),
]
