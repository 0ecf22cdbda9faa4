from __future__ import annotations

from django.urls import path

from hocba.web.gradebook import views

SUBJECT = "so-diem/<uuid:class_subject_id>/<str:part>/"
CLASS = "so-diem/lop/<uuid:class_id>/"
HOMEROOM = f"{CLASS}chu-nhiem/<str:part>/"

app_name = "gradebook"
urlpatterns = [
    path("so-diem/", views.index, name="index"),
    path(SUBJECT, views.subject_sheet, name="subject_sheet"),
    path(f"{SUBJECT}luu/", views.save_subject, name="save_subject"),
    path(f"{SUBJECT}lich-su/", views.subject_history, name="subject_history"),
    path(HOMEROOM, views.homeroom_sheet, name="homeroom_sheet"),
    path(f"{HOMEROOM}luu/", views.save_homeroom, name="save_homeroom"),
    path(f"{HOMEROOM}lich-su/", views.homeroom_history, name="homeroom_history"),
    path(CLASS, views.class_page, name="class_page"),
    path(f"{CLASS}khoa/", views.lock, name="lock"),
    path(f"{CLASS}mo-khoa/", views.unlock, name="unlock"),
]
