from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "hocba.web.registry"
    label = "registry"
