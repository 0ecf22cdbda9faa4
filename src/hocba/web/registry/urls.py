from __future__ import annotations

from django.urls import path

from hocba.web.registry import views

app_name = "registry"
urlpatterns = [
    path("lop/<uuid:class_id>/", views.class_page, name="class_page"),
    path("hoc-sinh/<uuid:student_id>/", views.student_page, name="student_page"),
    path("hoc-sinh/<uuid:student_id>/hien/", views.reveal, name="reveal"),
]
