from __future__ import annotations

from django.urls import path

from hocba.web.supervision import views

app_name = "supervision"
urlpatterns = [
    path("tien-do/", views.overview, name="overview"),
    path("tien-do/<int:school_id>/", views.school_page, name="school_page"),
]
