from django.apps import AppConfig


class ResultsConfig(AppConfig):
    name = "hocba.web.results"
    label = "results"
