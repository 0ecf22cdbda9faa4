"""Kiểm tra cấu hình của trang: nói rõ chỗ sai và cách sửa. Trả về 0 khi ổn (có thể có lưu ý), 1 khi có lỗi."""

from __future__ import annotations

import argparse
import sys

from django.core.exceptions import ImproperlyConfigured

from hocba.cli.database import prepare_django


def configure(parser: argparse.ArgumentParser) -> None:
    """Nothing but how much to say."""
    parser.add_argument("--quiet", action="store_true", help="chỉ nói về chỗ cần sửa")


def run(arguments: argparse.Namespace) -> int:
    """0: in order, perhaps with remarks; 1: something is wrong; 2: the settings themselves are refused."""
    try:
        prepare_django()
    except ImproperlyConfigured as refusal:
        print(f"  ✗ Cấu hình bị từ chối: {refusal}", file=sys.stderr)
        return 2
    from hocba.web.project.doctor import examine

    findings = examine()
    for finding in findings:
        if finding.messages or not arguments.quiet:
            print(*finding.lines(), sep="\n")
    return _conclude(sum(finding.is_error for finding in findings), len(findings))


def _conclude(errors: int, total: int) -> int:
    if errors:
        print(f"\nCó {errors} lỗi trong {total} điều đã soát. Sửa xong, chạy lại «hocba doctor».", file=sys.stderr)
        return 1
    print(f"\nĐã soát {total} điều, không có lỗi.")
    return 0
