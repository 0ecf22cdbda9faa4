from django.apps import AppConfig


class GradebookConfig(AppConfig):
    name = "hocba.web.gradebook"
    label = "gradebook"
