"""Chạy trang web trên máy này. Nâng cấp cơ sở dữ liệu trước nếu dùng PostgreSQL kèm theo."""

from __future__ import annotations

import argparse
import os
import sys

from hocba.cli import init


def configure(parser: argparse.ArgumentParser) -> None:
    """Where to listen; a proxy with https stands in front for anybody else."""
    parser.add_argument("--host", default="127.0.0.1", help="địa chỉ lắng nghe (mặc định chỉ máy này)")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=2)


def run(arguments: argparse.Namespace) -> int:
    """Runs until stopped; 1 when the doctor finds an error, 2 when the settings are refused."""
    os.environ.setdefault("HOCBA_URL", f"http://{arguments.host}:{arguments.port}")
    status = _prepare(arguments)
    if status:
        return status
    from hocba.web.project.server import serve

    serve(f"{arguments.host}:{arguments.port}", workers=arguments.workers)
    return 0


def _prepare(arguments: argparse.Namespace) -> int:
    # with a server of one's own the site may run without the owner's connection: then init was run elsewhere
    if not os.environ.get("DATABASE_URL") or os.environ.get("DATABASE_OWNER_URL"):
        status = init.run(arguments)
    else:
        status = init.start_django()
    return status or _refuse_errors()


def _refuse_errors() -> int:
    from hocba.web.project.doctor import examine

    broken = [finding for finding in examine() if finding.is_error]
    for finding in broken:
        print(*finding.lines(), sep="\n", file=sys.stderr)
    if broken:
        print("\nChưa chạy trang: hãy sửa các lỗi trên trước.", file=sys.stderr)
    return 1 if broken else 0
