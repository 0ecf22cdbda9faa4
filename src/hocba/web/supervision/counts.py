"""How many marks each subject of each class has: numbers for an officer, to whom row security shows no pupil.

One function, which runs as the owner, counts for the schools that the scope supervises. It gives no name and no row
of a pupil.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

CREATE_COUNTS = """
CREATE FUNCTION hocba_entry_counts(wanted_year int)
RETURNS TABLE (class_id uuid, subject text, kind text, periods int, pupils bigint,
               first_filled bigint, second_filled bigint, first_exempt bigint, second_exempt bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
WITH classes AS (
    SELECT id FROM schools_schoolclass
    WHERE school_id = ANY (hocba_supervised()) AND year_start = wanted_year
), present AS (
    SELECT e.id, e.school_class_id FROM registry_enrolment e
    WHERE e.school_class_id IN (SELECT id FROM classes) AND e.left_on IS NULL
), filled AS (
    SELECT m.class_subject_id, count(*) FILTER (WHERE m.term = 1) AS first, count(*) FILTER (WHERE m.term = 2) AS second
    FROM gradebook_mark m JOIN present ON present.id = m.enrolment_id
    WHERE m.tenths IS NOT NULL OR m.result <> '' GROUP BY m.class_subject_id
), exempt AS (
    SELECT x.class_subject_id, count(*) FILTER (WHERE x.term = 1) AS first, count(*) FILTER (WHERE x.term = 2) AS second
    FROM gradebook_exemption x JOIN present ON present.id = x.enrolment_id GROUP BY x.class_subject_id
)
SELECT s.school_class_id, s.subject::text, s.kind::text, s.periods::int,
       (SELECT count(*) FROM present p WHERE p.school_class_id = s.school_class_id),
       coalesce(filled.first, 0), coalesce(filled.second, 0), coalesce(exempt.first, 0), coalesce(exempt.second, 0)
FROM schools_classsubject s
LEFT JOIN filled ON filled.class_subject_id = s.id LEFT JOIN exempt ON exempt.class_subject_id = s.id
WHERE s.school_class_id IN (SELECT id FROM classes)
$$;
"""
DROP_COUNTS = "DROP FUNCTION hocba_entry_counts(int);"


@dataclass(frozen=True, slots=True)
class SubjectCount:
    """Marks entered for one subject of one class, by term; ``exempt``: pupils excused. ``kind``: how it is assessed."""

    class_id: UUID
    subject: str
    kind: str
    periods: int
    pupils: int
    filled: tuple[int, int]
    exempt: tuple[int, int]


def subject_counts(*, year_start: int) -> list[SubjectCount]:
    """Every subject of every class of a year in the schools that the scope supervises."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM hocba_entry_counts(%s)", [year_start])
        return [_read(*row) for row in cursor.fetchall()]


def _read(
    class_id: UUID,
    subject: str,
    kind: str,
    periods: int,
    pupils: int,
    filled1: int,
    filled2: int,
    exempt1: int,
    exempt2: int,
) -> SubjectCount:
    return SubjectCount(class_id, subject, kind, periods, pupils, (filled1, filled2), (exempt1, exempt2))
