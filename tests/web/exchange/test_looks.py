"""The states of the import page that the table of routes does not reach: axe, and nothing scrolls but tables."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Browser
from tests.web.exchange.conftest import Desk
from tests.web.exchange.test_class_list import HOA, MAI, OF_ANH
from tests.web.exchange.workbooks import ANH, DUNG, class_list, workbook
from tests.web.test_pages import assert_well_made
from tests.web.world import World

pytestmark = pytest.mark.browser


def test_a_gradebook_on_its_way(browser: Browser, world: World, teacher: Desk) -> None:
    ours = world.here
    brought = teacher.bring(workbook([(*ANH, 8, "7,5", 0, 85, 9, 6.5), (*DUNG, 5, 5, 5, 5, 5, 5)]))
    assert_well_made(browser, teacher.preview(brought))
    teacher.enter(ours.maths, ours.pupils[0], "tx1", "3")
    assert_well_made(browser, teacher.post("write", brought, {"da-xem": "on"}))
    teacher.post("decide", brought)
    teacher.write(brought)
    assert_well_made(browser, teacher.preview(brought))
    teacher.enter(ours.maths, ours.pupils[0], "tx1", "10")
    teacher.post("undo", brought)
    assert_well_made(browser, teacher.preview(brought))


def test_a_class_list_and_a_refused_file(browser: Browser, world: World, clerk: Desk) -> None:
    brought = clerk.bring(class_list([OF_ANH, (*DUNG, "Nữ", "", "", ""), MAI, (MAI[0], *HOA[1:])]))
    assert_well_made(browser, clerk.preview(brought))
    assert_well_made(browser, clerk.upload(b"%PDF-1.7"))


def test_links_lead_here_from_the_class_and_from_the_gradebook(world: World, teacher: Desk, colleague: Desk) -> None:
    of_class = reverse("registry:class_page", args=[world.here.classes[0].pk])
    here = f'class="button button--small" href="{reverse("exchange:upload")}"'
    assert here in teacher.client.get(of_class).content.decode()
    assert here not in colleague.client.get(of_class).content.decode()
    sheet = reverse("gradebook:subject_sheet", args=[world.here.maths.pk, "hk1"])
    template = reverse("exchange:template", args=[world.here.maths.pk, "hk1"])
    assert f'href="{template}"' in teacher.client.get(sheet).content.decode()
