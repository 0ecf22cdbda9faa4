"""System checks: the installer's doctor. ``hocba doctor`` shows them all, ``hocba serve`` stops on an error.

That a demonstration never meets production is not left to a check: the settings themselves refuse (``standing``).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Error, register
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from hocba.web.project import secret
from hocba.web.project.roles import APP_ROLE
from hocba.web.project.row_security import unguarded_tables

Check = Callable[[], Sequence[CheckMessage]]
LITTLE_SPACE = 2 * 1024**3
"""Bytes; a school's transcripts of one year need about half."""


def production_is_not_debugging() -> Sequence[CheckMessage]:
    """Error pages with source and settings must never reach a stranger."""
    if settings.DEBUG and not settings.HOCBA_DEMO:
        return [Error("HOCBA_DEBUG đang bật.", hint="Bỏ HOCBA_DEBUG khi chạy thật.", id="hocba.E001")]
    return []


def secret_is_kept() -> Sequence[CheckMessage]:
    """Without a kept secret every restart signs everybody out, and two processes disagree."""
    environment = settings.ENVIRONMENT
    if environment.secret_key or (environment.data / secret.FILE).is_file():
        return []
    return [Error("Chưa có khoá bí mật của trang.", hint="Chạy «hocba init».", id="hocba.E002")]


def production_is_encrypted() -> Sequence[CheckMessage]:
    """Passwords and children's names on plain http are fit for this machine alone."""
    if settings.ENVIRONMENT.https or settings.HOCBA_URL.startswith(("http://127.0.0.1", "http://localhost")):
        return []
    return [checks.Warning("Địa chỉ công khai không dùng https.", hint="Đặt HOCBA_URL=https://…", id="hocba.W003")]


def data_can_be_written() -> Sequence[CheckMessage]:
    """Issued files are kept there."""
    data = settings.HOCBA_DATA
    if not (data.is_dir() and os.access(data, os.W_OK)):
        hint = "Tạo thư mục đó, hoặc đặt HOCBA_DATA chỉ đến một thư mục ghi được; rồi chạy «hocba init»."
        return [Error(f"Không ghi được vào thư mục dữ liệu {data}.", hint=hint, id="hocba.E006")]
    if shutil.disk_usage(data).free < LITTLE_SPACE:
        hint = "Dọn đĩa, hoặc chuyển HOCBA_DATA sang đĩa khác."
        return [checks.Warning("Đĩa của thư mục dữ liệu còn dưới 2 GB.", hint=hint, id="hocba.W007")]
    return []


def schema_is_up_to_date() -> Sequence[CheckMessage]:
    """Every migration is applied."""
    executor = MigrationExecutor(connections["default"])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        hint = "Chạy «hocba init»."
        return [Error("Cấu trúc cơ sở dữ liệu cũ hơn phần mềm.", hint=hint, id="hocba.E008")]
    return []


def tables_are_guarded() -> Sequence[CheckMessage]:
    """Row-level security is enabled, forced and has a policy on every table of a school."""
    bare = unguarded_tables(connections["default"])
    if bare:
        return [Error(f"Bảng thiếu bảo vệ: {', '.join(bare)}.", hint="Chạy «hocba init».", id="hocba.E004")]
    return []


def role_owns_nothing() -> Sequence[CheckMessage]:
    """A role that owns a table, or may bypass row security, can step round every policy."""
    with connections["default"].cursor() as cursor:
        cursor.execute(_ROLE_IS_TOO_STRONG)
        found = cursor.fetchone()
    if found and found[0]:
        hint = f"DATABASE_URL phải dùng vai {APP_ROLE}; xem docs/web.md."
        return [Error("Vai cơ sở dữ liệu của trang có quá nhiều quyền.", hint=hint, id="hocba.E005")]
    return []


_ROLE_IS_TOO_STRONG = """
SELECT bool_or(r.rolsuper OR r.rolbypassrls)
    OR EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
               WHERE n.nspname = 'public' AND pg_get_userbyid(c.relowner) = current_user)
FROM pg_roles r WHERE r.rolname = current_user
"""


def keys_are_named() -> Sequence[CheckMessage]:
    """Without keys the site works, and nothing can be signed."""
    if settings.HOCBA_KEYS:
        return []
    hint = "Đặt HOCBA_KEYS khi nhà trường đã có chứng thư số."
    return [checks.Warning("Chưa nối với khoá kí: chưa kí được học bạ nào.", hint=hint, id="hocba.W009")]


def anchors_are_there() -> Sequence[CheckMessage]:
    """Without anchors the verification page can believe no issuer."""
    folder = settings.HOCBA_TRUST
    if folder is not None and any([*folder.glob("*.pem"), *folder.glob("*.crt")]):
        return []
    hint = "Đặt HOCBA_TRUST chỉ đến thư mục có chứng thư gốc (*.pem, *.crt)."
    return [checks.Warning("Chưa có chứng thư gốc nào được tin.", hint=hint, id="hocba.W010")]


HERE: dict[str, Check] = {
    "Không để lộ thông tin gỡ lỗi": production_is_not_debugging,
    "Khoá bí mật của trang": secret_is_kept,
    "Địa chỉ công khai": production_is_encrypted,
    "Thư mục dữ liệu": data_can_be_written,
    "Khoá kí": keys_are_named,
    "Chứng thư gốc được tin": anchors_are_there,
}
"""What the doctor asks of this machine, by the name it shows."""

IN_DATABASE: dict[str, Check] = {
    "Cấu trúc cơ sở dữ liệu": schema_is_up_to_date,
    "Bảo vệ theo hàng": tables_are_guarded,
    "Quyền của vai cơ sở dữ liệu": role_owns_nothing,
}
"""What it asks of the database."""


@register(checks.Tags.security, deploy=True)
def of_this_machine(app_configs: Any, **options: Any) -> list[CheckMessage]:
    """For Django's own ``check --deploy``."""
    return [message for check in HERE.values() for message in check()]


@register(checks.Tags.database)
def of_the_database(app_configs: Any, databases: Sequence[str] | None = None, **options: Any) -> list[CheckMessage]:
    """For Django's own ``check --database default``."""
    if not databases or "default" not in databases:
        return []
    return [message for check in IN_DATABASE.values() for message in check()]
