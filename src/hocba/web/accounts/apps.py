from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "hocba.web.accounts"
    label = "accounts"
