from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "hocba.web.exchange"
    label = "exchange"
