"""From nothing to a site that answers, and back, with nothing left running."""

from __future__ import annotations

import os
import signal
import time
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from hocba.demo.ward import build, build_staff
from hocba.kernel.problems import fail
from hocba.web.project import environment, secret
from hocba.web.project.demonstration import health, key_box, lock, ports
from hocba.web.project.demonstration.anchors import Anchors
from hocba.web.project.demonstration.children import Children, open_log
from hocba.web.project.demonstration.key_box import KeyBox
from hocba.web.project.demonstration.places import Places

_HERE = "hocba.web.project.demonstration"

ASSUMED_DAY = "2026-05-18"
"""The invented school year is at its end: two days before data must be complete (the ward's plan, III.2)."""

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Options:
    """``port`` None: the first free one. ``check``: stop as soon as the site answers. ``browse``: open a browser."""

    port: int | None = None
    check: bool = False
    browse: bool = False


def start(options: Options, tell: Tell) -> None:
    """Serve the demonstration until told to stop (Ctrl-C, SIGTERM).

    Raises ProblemError ``demo.running``, ``demo.port_taken``, ``demo.owner_missing``, ``demo.foreign_database``,
    ``demo.fallen`` (value: the log).
    """
    if os.environ.get("DATABASE_URL") and not os.environ.get("DATABASE_OWNER_URL"):
        raise fail("demo.owner_missing")
    places = Places(environment.read().data)
    places.data.mkdir(parents=True, exist_ok=True)
    with _signals_interrupt(), lock.sole(places.lock) as held, open_log(places.log) as log:
        port = ports.choose(options.port)
        address = f"http://{ports.HOST}:{port}"
        _set_environment(places, address)
        _fill_database(places, address, tell)
        children = Children(log, held)
        try:
            _run(children, places, port)
            _greet(children, places, address, options, tell)
        except KeyboardInterrupt:
            tell("\nĐang dừng…")
        finally:
            _stop_undisturbed(children)


def _set_environment(places: Places, address: str) -> None:
    """What this process and the site's read their settings from."""
    os.environ |= {
        "HOCBA_DEMO": "1",
        "HOCBA_TODAY": os.environ.get("HOCBA_TODAY", ASSUMED_DAY),
        "HOCBA_DATA": str(places.data),
        "HOCBA_URL": address,
        "HOCBA_KEYS": f"{_HERE}.keys.connect",
        "HOCBA_TRUST": str(places.trust),
    }
    secret.ensure(places.data)


def _fill_database(places: Places, address: str, tell: Tell) -> None:
    from hocba.cli.database import prepare_django

    prepare_django()
    from hocba.demo.workbooks import write_samples
    from hocba.web.project import installation
    from hocba.web.project.demonstration.loading.load import is_loaded, load

    installation.migrate(verbosity=0)
    if not is_loaded():
        tell("Lần đầu: đang nạp phường trình diễn và kí học bạ của một lớp, chừng nửa phút…")
        write_samples(build(), places.samples)
        load(places.keys, now=datetime.now(UTC), verify_url=lambda public_id: f"{address}/xac-minh/{public_id}/")


def _run(children: Children, places: Places, port: int) -> None:
    box = KeyBox.of(places.keys, places.box_ready)
    children.start(key_box.MODULE, *box.arguments, environment=box.environment)
    children.start(f"{_HERE}.site", str(port), environment=box.environment)


def _greet(children: Children, places: Places, address: str, options: Options, tell: Tell) -> None:
    from hocba.web.project.demonstration.welcome import welcome

    text = welcome(build_staff(), address=address, samples=places.samples)
    anchors = Anchors(places.keys, places.trust)
    anchors.keep_fresh()
    if not health.wait_until_up(address, hopeless=lambda: children.fallen):
        raise fail("demo.fallen", value=str(places.log))
    tell(text)
    if options.check:
        return
    tell("Dừng: Ctrl-C. Dữ liệu được giữ lại cho lần sau.")
    if options.browse:
        webbrowser.open(address)
    while not children.fallen:
        time.sleep(0.5)
        anchors.keep_fresh()
    raise fail("demo.fallen", value=str(places.log))


@contextmanager
def _signals_interrupt() -> Iterator[None]:
    """A polite request to end, or a terminal that closes, is the same as Ctrl-C."""
    before = {each: signal.signal(each, _interrupt) for each in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _stop_undisturbed(children: Children) -> None:
    """Somebody impatient who presses Ctrl-C again must not leave half of it running."""
    before = {each: signal.signal(each, signal.SIG_IGN) for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        children.stop()
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
