from django.apps import AppConfig


class VerificationConfig(AppConfig):
    name = "hocba.web.verification"
    label = "verification"
