from __future__ import annotations

from django.urls import path

from hocba.web.verification import views

app_name = "verification"
urlpatterns = [
    path("xac-minh/", views.check, name="check"),
    path("xac-minh/<str:public_id>/", views.number, name="number"),
]
