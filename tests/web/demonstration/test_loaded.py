"""What the demonstration holds after its first start."""

from __future__ import annotations

from datetime import UTC, datetime

import psycopg
import pytest
from tests.web.demonstration.conftest import Demonstration

from hocba.demo.model import Position, Showcase, Ward
from hocba.demo.user_names import user_names
from hocba.demo.ward import build
from hocba.issuing.api import Word, verify_bytes
from hocba.kernel.codes import CommentResult
from hocba.signing.trust.store import TrustStore

pytestmark = pytest.mark.xdist_group("demonstration")

_CLASS = """school_class_id = (SELECT c.id FROM schools_schoolclass c JOIN schools_school s ON s.id = c.school_id
            WHERE s.code = 'TD000001' AND c.year_start = 2025 AND c.name = %s)"""


@pytest.fixture(scope="module")
def ward() -> Ward:
    return build()


def test_a_first_run_that_was_killed_leaves_nothing_half(demonstration: Demonstration) -> None:
    assert demonstration.half == 0


def test_everybody_is_there(demonstration: Demonstration, ward: Ward) -> None:
    pupils = sum(len(each.pupils) for _, each in ward.each_class())
    staff = 1 + sum(len(school.staff) for school in ward.schools)
    assert demonstration.ask("SELECT count(*) FROM schools_school") == len(ward.schools)
    assert demonstration.ask("SELECT count(*) FROM registry_student") == pupils
    assert demonstration.ask("SELECT count(*) FROM registry_enrolment WHERE left_on IS NULL") == pupils
    assert demonstration.ask("SELECT count(*) FROM accounts_user") == staff
    assert demonstration.ask("SELECT count(*) FROM issuance_signercertificate") == staff - 1 + len(ward.schools)


def test_every_mark_is_there_and_no_gap_is_filled(demonstration: Demonstration, ward: Ward) -> None:
    terms = [
        term
        for _, school_class in ward.each_class()
        for pupil in school_class.pupils
        if pupil.year
        for subject in pupil.year.subjects
        for term in subject.terms
    ]
    cells = [cell for term in terms for cell in (*term.regular, term.midterm, term.final) if cell is not None]
    words = [cell for cell in cells if isinstance(cell, CommentResult)]
    sum_of_tenths = sum(cell for cell in cells if not isinstance(cell, CommentResult))
    assert demonstration.ask("SELECT count(*) FROM gradebook_mark") == len(cells)
    assert demonstration.ask("SELECT count(*) FROM gradebook_mark WHERE result <> ''") == len(words)
    assert demonstration.ask("SELECT sum(tenths) FROM gradebook_mark") == sum_of_tenths


def test_loading_is_nobodys_deed(demonstration: Demonstration) -> None:
    assert demonstration.ask("SELECT count(*) FROM shared_auditentry") == 0


def test_one_class_is_issued_and_numbered_without_gaps(demonstration: Demonstration, ward: Ward) -> None:
    _, school_class = ward.showcase(Showcase.ISSUED)
    count = demonstration.ask(
        f"SELECT count(*) FROM issuance_transcript WHERE state = 'issued' AND {_CLASS}", school_class.name
    )
    numbers = demonstration.ask("SELECT array_agg(number ORDER BY number) FROM issuance_registerentry")
    assert count == len(school_class.pupils)
    assert numbers == list(range(1, count + 1))


@pytest.mark.parametrize("kind", ["xml", "pdf"])
def test_issued_files_convince_a_stranger(demonstration: Demonstration, kind: str) -> None:
    digest = demonstration.ask(f"SELECT max({kind}_sha256) FROM issuance_transcript WHERE state = 'issued'")
    data = (demonstration.data / "blobs" / digest[:2] / digest[2:4] / digest).read_bytes()
    trust = TrustStore.load(demonstration.data / "demo-trust")
    assert verify_bytes(data, filename=f"a.{kind}", trust=trust, at=datetime.now(UTC)).word is Word.VALID
    without = verify_bytes(data, filename=f"a.{kind}", trust=TrustStore.built_in(), at=datetime.now(UTC))
    assert without.word is Word.UNKNOWN_ISSUER


def test_one_class_waits_for_four_people(demonstration: Demonstration, ward: Ward) -> None:
    _, school_class = ward.showcase(Showcase.READY_TO_SIGN)
    waiting = demonstration.ask(
        f"""SELECT json_object_agg(name, n) FROM (
              SELECT s.name, count(*) AS n FROM issuance_slot s JOIN issuance_transcript t ON t.id = s.transcript_id
              WHERE t.state = 'open' AND s.signed_at IS NULL AND t.{_CLASS} GROUP BY s.name) AS found""",
        school_class.name,
    )
    pupils = len(school_class.pupils)
    assert waiting == dict.fromkeys(("GVBM:TOAN", "GVCN", "CBQL", "KY_PHAT_HANH"), pupils)


def test_only_drafted_classes_are_closed(demonstration: Demonstration) -> None:
    closed = demonstration.ask(
        "SELECT array_agg(c.name ORDER BY c.name) FROM gradebook_entrylock l "
        "JOIN schools_schoolclass c ON c.id = l.school_class_id"
    )
    assert closed == ["9A1", "9A2"]


def test_one_class_is_in_the_middle_of_entry(demonstration: Demonstration) -> None:
    finals = demonstration.ask(
        f"""SELECT count(*) FROM gradebook_mark m JOIN schools_classsubject s ON s.id = m.class_subject_id
            WHERE s.subject = 'TOAN' AND m.term = 2 AND m."column" = 'ck' AND s.{_CLASS}""",
        "8A1",
    )
    assert 0 < finals < 43


def test_who_shares_a_number_waits_under_a_temporary_one(demonstration: Demonstration) -> None:
    assert demonstration.ask("SELECT array_agg(code) FROM registry_student WHERE code LIKE 'TAM%%'") == ["TAM-7A2-08"]


def test_names_are_kept_in_one_spelling(demonstration: Demonstration) -> None:
    assert demonstration.ask("SELECT count(*) FROM registry_student WHERE NOT full_name IS NFC NORMALIZED") == 0


def test_without_a_scope_the_site_sees_no_child(demonstration: Demonstration) -> None:
    for table in ("registry_student", "registry_privaterecord", "gradebook_mark", "issuance_transcript"):
        assert demonstration.as_site(f"SELECT count(*) FROM {table}") == 0


def test_a_school_sees_its_own_children_alone(demonstration: Demonstration, ward: Ward) -> None:
    for school in ward.schools:
        number = demonstration.ask("SELECT id FROM schools_school WHERE code = %s", school.code)
        seen = demonstration.as_site("SELECT count(*) FROM registry_student", schools=f"{{{number}}}")
        assert seen == sum(len(each.pupils) for each in school.classes)


def test_the_ward_sees_no_child(demonstration: Demonstration) -> None:
    everything = demonstration.ask("SELECT array_agg(id)::text FROM schools_school")
    assert demonstration.as_site("SELECT count(*) FROM registry_student", supervised=everything) == 0


def test_the_site_cannot_write_past_its_scope(demonstration: Demonstration) -> None:
    assert demonstration.as_site("UPDATE registry_student SET full_name = 'x' RETURNING 1") is None
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        demonstration.as_site("ALTER TABLE registry_student DISABLE ROW LEVEL SECURITY")


def test_keys_are_for_their_owner_alone(demonstration: Demonstration) -> None:
    folder = demonstration.data / "demo-keys"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {key.stat().st_mode & 0o777 for key in folder.glob("*.key")} == {0o600}


def test_the_greeting_names_people_who_can_sign_in(demonstration: Demonstration, ward: Ward) -> None:
    names, school = user_names(ward), ward.schools[0]
    for person in (ward.officer, school.holder(Position.PRINCIPAL), school.holder(Position.CLERK)):
        assert names[person.code] in demonstration.first.stdout
        assert demonstration.ask("SELECT full_name FROM accounts_user WHERE username = %s", names[person.code])
