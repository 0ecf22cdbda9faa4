"""The circular once more, read straight from its text by other means: decimals, counting, trying every subject.

It shares nothing with ``hocba.regulations``: not its tables, not its order of work.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

BY_COMMENT = {"GDTC", "NGHE_THUAT", "GDDP", "HDTN_HN"}
COMPULSORY = {"NGU_VAN", "TOAN", "NGOAI_NGU_1", "GDCD", "LS_DL", "KHTN", "CONG_NGHE", "TIN_HOC"} | BY_COMMENT
BEST_FIRST = ["T", "K", "Đ", "CĐ"]


def one_decimal(total: Decimal, weights: int) -> Decimal:
    """An exact sum over its weights; only the quotient needs a fraction."""
    return Decimal(floor(Fraction(total) / weights * 10 + Fraction(1, 2))) / 10


def term(code: str, given: Any) -> Any:
    if given == "M":
        return "M"
    everything = [*given["regular"], given["midterm"], given["final"]]
    if None in everything:
        return None
    if code in BY_COMMENT:
        return "Đ" if everything.count("Đ") == len(everything) else "CĐ"
    weighted = [(Decimal(mark), 1) for mark in given["regular"]]
    weighted += [(Decimal(given["midterm"]), 2), (Decimal(given["final"]), 3)]
    return one_decimal(sum(mark * weight for mark, weight in weighted), sum(weight for _, weight in weighted))


def year(code: str, first: Any, second: Any) -> Any:
    if code in BY_COMMENT:
        return second
    if first == "M" or second == "M":
        return "M" if first == second else None
    return None if first is None or second is None else one_decimal(first + 2 * second, 3)


def bare_level(results: dict[str, Any]) -> str:
    scores = [value for code, value in results.items() if code not in BY_COMMENT and value != "M"]
    failed = [code for code in results if code in BY_COMMENT and results[code] == "CĐ"]

    def at_least(bound: str) -> int:
        return len([score for score in scores if score >= Decimal(bound)])

    if not failed and at_least("6.5") == len(scores) and at_least("8.0") >= 6:
        return "T"
    if not failed and at_least("5.0") == len(scores) and at_least("6.5") >= 6:
        return "K"
    if len(failed) <= 1 and at_least("5.0") >= 6 and at_least("3.5") == len(scores):
        return "Đ"
    return "CĐ"


def level(results: dict[str, Any]) -> tuple[str | None, bool]:
    """Level, and whether clause 3 has raised it."""
    scored = [code for code, value in results.items() if code not in BY_COMMENT and value != "M"]
    if None in results.values() or not results.keys() >= COMPULSORY or len(scored) < 6:
        return None, False
    stands = BEST_FIRST.index(bare_level(results))
    for code, value in results.items():
        if value == "M":
            continue
        imagined = bare_level({**results, code: "Đ" if code in BY_COMMENT else Decimal(10)})
        if imagined in ("T", "K") and stands - BEST_FIRST.index(imagined) >= 2:
            return BEST_FIRST[stands - 1], True
    return BEST_FIRST[stands], False


def conduct(first: str | None, second: str | None) -> str | None:
    if first is None or second is None:
        return None
    if second == "CĐ":
        return "CĐ"
    if second == "T":
        return "T" if first in ("T", "K") else "K"
    if second == "K":
        return "Đ" if first == "CĐ" else "K"
    return "K" if first == "T" else "Đ"


def opinion(record: dict[str, Any]) -> dict[str, Any]:
    subjects = {entry["code"]: entry["terms"] for entry in record["subjects"]}
    terms = [{code: term(code, given[index]) for code, given in subjects.items()} for index in (0, 1)]
    whole = {code: year(code, terms[0][code], terms[1][code]) for code in subjects}
    year_level, adjusted = level(whole)
    year_conduct = conduct(*record["conduct"])
    high = [value for code, value in whole.items() if isinstance(value, Decimal) and value >= 9]
    honour = ("XS" if len(high) >= 6 else "G") if (year_level, year_conduct) == ("T", "T") else None
    decision, still = decide(record, whole, year_level, year_conduct)
    return {
        "results": [*terms, whole],
        "levels": [level(terms[0])[0], level(terms[1])[0], year_level],
        "adjusted": adjusted,
        "conduct": year_conduct,
        "honour": honour,
        "decision": decision,
        "reassess": still,
    }


def decide(
    record: dict[str, Any], whole: dict[str, Any], learning: str | None, behaviour: str | None
) -> tuple[str, set]:
    if learning is None or behaviour is None or record["absences"] is None:
        return "undetermined", set()
    if record["absences"] > 45:
        return "retained", set()
    summer = record.get("summer") or {"reassessed": {}, "conduct": None}
    if behaviour == "CĐ" and summer["conduct"] is None:
        return "summer_conduct", set()
    if behaviour == "CĐ" and summer["conduct"] == "CĐ":
        return "retained", set()
    if learning == "CĐ":
        bad = {code for code, value in whole.items() if value == "CĐ" or (isinstance(value, Decimal) and value < 5)}
        still = bad - summer["reassessed"].keys()
        if still:
            return "reassess", still
        again = {code: value if code in BY_COMMENT else Decimal(value) for code, value in summer["reassessed"].items()}
        if level({**whole, **{code: again[code] for code in bad}})[0] == "CĐ":
            return "retained", set()
    return ("completed" if record["grade"] == 9 else "promoted"), set()
