from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    name = "hocba.web.supervision"
    label = "supervision"
