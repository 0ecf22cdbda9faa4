"""System checks: the installer's doctor. ``hocba doctor`` runs them all, ``hocba serve`` will not start on an error."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

from hocba.web.project import secret
from hocba.web.project.roles import APP_ROLE
from hocba.web.project.row_security import unguarded_tables


@register(Tags.security, deploy=True)
def production_is_not_debugging(app_configs: Any, **options: Any) -> Sequence[CheckMessage]:
    """Error pages with source and settings must never reach a stranger."""
    if settings.DEBUG and not settings.HOCBA_DEMO:
        return [Error("HOCBA_DEBUG đang bật.", hint="Bỏ HOCBA_DEBUG khi chạy thật.", id="hocba.E001")]
    return []


@register(Tags.security, deploy=True)
def secret_is_kept(app_configs: Any, **options: Any) -> Sequence[CheckMessage]:
    """Without a kept secret every restart signs everybody out, and two processes disagree."""
    environment = settings.ENVIRONMENT
    if environment.secret_key or (environment.data / secret.FILE).is_file():
        return []
    return [Error("Chưa có khoá bí mật của trang.", hint="Chạy «hocba init».", id="hocba.E002")]


@register(Tags.security, deploy=True)
def production_is_encrypted(app_configs: Any, **options: Any) -> Sequence[CheckMessage]:
    """Passwords and children's names on plain http are fit for this machine alone."""
    if settings.ENVIRONMENT.https or settings.HOCBA_URL.startswith(("http://127.0.0.1", "http://localhost")):
        return []
    return [checks.Warning("Địa chỉ công khai không dùng https.", hint="Đặt HOCBA_URL=https://…", id="hocba.W003")]


@register(Tags.database)
def tables_are_guarded(
    app_configs: Any, databases: Sequence[str] | None = None, **options: Any
) -> Sequence[CheckMessage]:
    """Row-level security is enabled, forced and has a policy on every table of a school."""
    if not databases or "default" not in databases:
        return []
    return [
        Error(f"Bảng {table} thiếu bảo vệ theo hàng.", hint="Chạy «hocba init».", id="hocba.E004")
        for table in unguarded_tables(connections["default"])
    ]


@register(Tags.database)
def role_owns_nothing(
    app_configs: Any, databases: Sequence[str] | None = None, **options: Any
) -> Sequence[CheckMessage]:
    """A role that owns a table, or may bypass row security, can step round every policy."""
    if not databases or "default" not in databases:
        return []
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
