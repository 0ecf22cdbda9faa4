"""Start the box: ``python -m hocba.signing.providers.demo_box --demonstration --keys DIR --ready FILE``.

The bearer token comes in the environment variable ``HOCBA_DEMO_BOX_TOKEN``, never on the command line. When the box
listens, its address is written to ``--ready``. It ends when its standard input is closed (with ``--follow-stdin``).
"""

from __future__ import annotations

import argparse
import os
import sys
import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

from hocba.kernel.clock import system_clock
from hocba.signing.demo_pki.store import load
from hocba.signing.providers.demo_box.server import DemoBox, serve

TOKEN_VARIABLE = "HOCBA_DEMO_BOX_TOKEN"


def main() -> int:
    parser = argparse.ArgumentParser(prog="demo_box")
    parser.add_argument("--demonstration", action="store_true")
    parser.add_argument("--keys", type=Path, required=True)
    parser.add_argument("--ready", type=Path)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--follow-stdin", action="store_true")
    arguments = parser.parse_args()
    pki, holders = load(arguments.keys)
    box = DemoBox(pki, holders, demonstration=arguments.demonstration, clock=system_clock)
    server = serve(box, token=os.environ.pop(TOKEN_VARIABLE, ""), port=arguments.port)
    if arguments.ready:
        _announce(arguments.ready, f"http://127.0.0.1:{server.server_port}")
    if arguments.follow_stdin:
        threading.Thread(target=_end_with_stdin, args=(server,), daemon=True).start()
    with server:
        server.serve_forever()
    return 0


def _end_with_stdin(server: ThreadingHTTPServer) -> None:
    sys.stdin.read()
    server.shutdown()


def _announce(path: Path, address: str) -> None:
    partial = path.with_suffix(".part")
    partial.write_text(address, encoding="ascii")
    partial.replace(path)


if __name__ == "__main__":
    sys.exit(main())
