from __future__ import annotations

from django.urls import path

from hocba.web.accounts import views

app_name = "accounts"
urlpatterns = [
    path("vai-tro/", views.office_list, name="office_list"),
    path("vai-tro/<uuid:membership_id>/", views.choose_office, name="choose_office"),
]
