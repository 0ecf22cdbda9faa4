from django.apps import AppConfig


class SharedConfig(AppConfig):
    name = "hocba.web.shared"
    label = "shared"
