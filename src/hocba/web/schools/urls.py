from __future__ import annotations

from django.urls import path

from hocba.web.schools import views

app_name = "schools"
urlpatterns = [
    path("lop/", views.class_list, name="class_list"),
    path("giao-vien/", views.teacher_list, name="teacher_list"),
]
