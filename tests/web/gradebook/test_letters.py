"""Letters that no browser sends and the database does not take are refused before anything is written."""

from __future__ import annotations

from uuid import uuid4

import pytest

from hocba.kernel.problems import ProblemError
from hocba.web.gradebook.edits import read_batch


@pytest.mark.parametrize("letter", ["\x00", "\ud800"])
@pytest.mark.parametrize("field", ["col", "value"])
def test_a_letter_that_cannot_be_kept_makes_the_batch_malformed(field: str, letter: str) -> None:
    cell = {"row": str(uuid4()), "col": "gk", "value": "8", "version": 0}
    assert read_batch({"batch": str(uuid4()), "cells": [cell]})
    with pytest.raises(ProblemError, match=r"batch\.malformed"):
        read_batch({"batch": str(uuid4()), "cells": [cell | {field: f"8{letter}"}]})
