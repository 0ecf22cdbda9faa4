from django.apps import AppConfig


class SchoolsConfig(AppConfig):
    name = "hocba.web.schools"
    label = "schools"
