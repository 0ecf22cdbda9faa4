"""Chạy trang web trên máy này. Nâng cấp cơ sở dữ liệu trước nếu dùng PostgreSQL kèm theo."""

from __future__ import annotations

import argparse
import os

from hocba.cli import init


def configure(parser: argparse.ArgumentParser) -> None:
    """Where to listen; a proxy with https stands in front for anybody else."""
    parser.add_argument("--host", default="127.0.0.1", help="địa chỉ lắng nghe (mặc định chỉ máy này)")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=2)


def run(arguments: argparse.Namespace) -> int:
    """Runs until stopped."""
    os.environ.setdefault("HOCBA_URL", f"http://{arguments.host}:{arguments.port}")
    status = init.run(arguments)
    if status:
        return status
    from hocba.web.project.server import serve

    serve(f"{arguments.host}:{arguments.port}", workers=arguments.workers)
    return 0
