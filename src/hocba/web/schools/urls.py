from __future__ import annotations

from django.urls import path

from hocba.web.schools import staffing_views, views

app_name = "schools"
urlpatterns = [
    path("lop/", views.class_list, name="class_list"),
    path("lop/<uuid:class_id>/chu-nhiem/", staffing_views.assign_homeroom, name="assign_homeroom"),
    path("mon-hoc/<uuid:class_subject_id>/phan-cong/", staffing_views.assign_teacher, name="assign_teacher"),
    path("giao-vien/", views.teacher_list, name="teacher_list"),
]
