from __future__ import annotations

from django.urls import path

from hocba.web.registry import clerk_views, views

app_name = "registry"
urlpatterns = [
    path("lop/<uuid:class_id>/", views.class_page, name="class_page"),
    path("lop/<uuid:class_id>/them-hoc-sinh/", clerk_views.admit, name="admit"),
    path("hoc-sinh/", views.student_list, name="student_list"),
    path("hoc-sinh/<uuid:student_id>/", views.student_page, name="student_page"),
    path("hoc-sinh/<uuid:student_id>/hien/", views.reveal, name="reveal"),
    path("hoc-sinh/<uuid:student_id>/sua/", clerk_views.correct, name="correct"),
    path("hoc-sinh/<uuid:student_id>/sua-rieng-tu/", clerk_views.correct_private, name="correct_private"),
    path("hoc-sinh/<uuid:student_id>/chuyen-lop/", clerk_views.move, name="move"),
]
