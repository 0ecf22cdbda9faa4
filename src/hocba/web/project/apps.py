from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "hocba.web.project"
    label = "project"

    def ready(self) -> None:
        from hocba.web.project import checks  # registers itself; the registry must be ready first

        assert checks
