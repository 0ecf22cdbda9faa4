"""Numbers for an authority: how many transcripts a class has in each state. Never a name, never a row.

Row security shows an officer no transcript at all; this one function, which runs as the owner, counts for the schools
that the scope supervises.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

CREATE_COUNTS = """
CREATE FUNCTION hocba_issuance_counts()
RETURNS TABLE (school_id bigint, class_id uuid, class_name text, grade int, year_start int,
               pupils bigint, open bigint, issued bigint, recalled bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
SELECT c.school_id, c.id, c.name::text, c.grade::int, c.year_start::int,
       (SELECT count(*) FROM registry_enrolment e WHERE e.school_class_id = c.id AND e.left_on IS NULL),
       count(t.id) FILTER (WHERE t.state = 'open'),
       count(t.id) FILTER (WHERE t.state = 'issued'),
       count(t.id) FILTER (WHERE t.state = 'recalled')
FROM schools_schoolclass c LEFT JOIN issuance_transcript t ON t.school_class_id = c.id
WHERE c.school_id = ANY (hocba_supervised() || hocba_schools())
GROUP BY c.id ORDER BY c.school_id, c.grade, c.name
$$;
"""
DROP_COUNTS = "DROP FUNCTION hocba_issuance_counts();"

NEVER_DELETED = """
CREATE POLICY kept ON issuance_transcript AS RESTRICTIVE FOR DELETE TO hocba_app USING (false);
"""
"""The number from a QR code opens a row for reading only; the site itself never deletes a transcript."""


@dataclass(frozen=True, slots=True)
class ClassCount:
    """Transcripts of one class by state; ``pupils``: present ones."""

    school_id: int
    class_id: UUID
    class_name: str
    grade: int
    year_start: int
    pupils: int
    open: int
    issued: int
    recalled: int


def class_counts(*, year_start: int) -> list[ClassCount]:
    """All classes of a year in the schools that the scope holds or supervises."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM hocba_issuance_counts() WHERE year_start = %s", [year_start])
        return [ClassCount(*row) for row in cursor.fetchall()]
