from django.apps import AppConfig


class IssuanceConfig(AppConfig):
    name = "hocba.web.issuance"
    label = "issuance"
