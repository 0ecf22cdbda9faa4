"""Tạo cơ sở dữ liệu (hoặc nâng cấp cấu trúc) và khoá bí mật của trang. Chạy lại bao nhiêu lần cũng được."""

from __future__ import annotations

import argparse
import os
import sys

from django.core.exceptions import ImproperlyConfigured

from hocba.cli.database import prepare_django
from hocba.web.project import environment, secret


def configure(parser: argparse.ArgumentParser) -> None:
    """No arguments: the environment says everything."""


def run(arguments: argparse.Namespace) -> int:
    """0 when the database is up to date; 2 when the owner's connection is missing or the settings are refused."""
    if os.environ.get("DATABASE_URL") and not os.environ.get("DATABASE_OWNER_URL"):
        print("Cần DATABASE_OWNER_URL: kết nối của vai sở hữu bảng (hocba_owner), chỉ dùng cho init.", file=sys.stderr)
        return 2
    secret.ensure(environment.read().data)
    status = start_django()
    if status:
        return status
    from hocba.web.project.installation import migrate

    migrate(verbosity=0)
    print("Cơ sở dữ liệu đã sẵn sàng.")
    return 0


def start_django() -> int:
    """Django with its database; 2, and why, when the settings are refused."""
    try:
        prepare_django()
    except ImproperlyConfigured as refusal:
        print(f"Cấu hình bị từ chối: {refusal}", file=sys.stderr)
        return 2
    return 0
