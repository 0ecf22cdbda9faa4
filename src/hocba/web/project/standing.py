"""Is this a demonstration, is this production; the two never mix.

Production: other machines reach the site. That is so when the public address is https, or when the site answers to a
host that is not this machine while HOCBA_DEBUG is off.
"""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from hocba.web.project.environment import Environment


def in_production(environment: Environment) -> bool:
    """Whether others than this machine are served."""
    names = [urlsplit(environment.url).hostname or "", *environment.hosts]
    return environment.https or (not environment.debug and not all(map(_is_this_machine, names)))


def refuse_mixture(environment: Environment) -> None:
    """Raise ImproperlyConfigured where a demonstration would meet production. The settings call this, so that no
    process of the site comes up that way, by whatever server it was started."""
    if environment.demo and in_production(environment):
        raise ImproperlyConfigured(
            "HOCBA_DEMO không dùng được khi chạy thật: địa chỉ là https, hoặc máy khác vào được. "
            "Bỏ HOCBA_DEMO, hoặc để HOCBA_URL và HOCBA_HOSTS chỉ máy này."
        )
    if environment.today and not environment.demo:
        raise ImproperlyConfigured("HOCBA_TODAY chỉ dùng trong bản trình diễn. Khi chạy thật hãy bỏ biến này.")
    if environment.keys and not environment.demo and _is_demonstration(environment.keys):
        raise ImproperlyConfigured(
            "HOCBA_KEYS trỏ đến khoá trình diễn. Khoá trình diễn chỉ dùng với HOCBA_DEMO; "
            "khi chạy thật hãy nối với khoá của nhà trường."
        )


def _is_demonstration(dotted: str) -> bool:
    return any(part.startswith("demo") for part in dotted.split("."))


def _is_this_machine(host: str) -> bool:
    name = host.strip("[]")
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")
