from __future__ import annotations

import pytest

from hocba.demo.model import Ward
from hocba.demo.ward import build


@pytest.fixture(scope="session")
def ward() -> Ward:
    return build()
