"""A transcript on its way to being issued: the record together with its XML, never apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from hocba.issuing.slots import slot_names, slots_by_name, stages_of
from hocba.kernel.problems import fail
from hocba.signing.verify.policy import SlotPolicy
from hocba.signing.xades.canonical import Elements, assert_canonical, find_element
from hocba.transcript.api import read_xml, write_xml
from hocba.transcript.model import Transcript


@dataclass(frozen=True)
class Draft:
    """``xml``: with as many slots filled as have signed so far."""

    transcript: Transcript
    xml: bytes

    @cached_property
    def elements(self) -> Elements:
        return Elements(self.xml)

    @cached_property
    def _slots(self) -> Mapping[str, SlotPolicy]:
        return slots_by_name(self.transcript)

    def with_xml(self, xml: bytes) -> Draft:
        return replace(self, xml=xml)

    def signature_in(self, slot: str) -> bytes:
        """The ``ds:Signature`` in a slot, to be kept apart from the document; empty where none stands.

        Raises ProblemError ``slot.unknown``.
        """
        place = self.elements.find(self.slot(slot).slot.id)
        return self.xml[place.inner : place.close]

    def filled_with(self, signatures: Mapping[str, bytes]) -> Draft:
        """Put kept signatures into their empty slots. Raises ProblemError ``slot.unknown``, ``slot.filled``."""
        xml = self.xml
        for name, signature in signatures.items():
            place = find_element(xml, self.slot(name).slot.id)
            if not place.empty:
                raise fail("slot.filled", path=name)
            xml = xml[: place.inner] + signature + xml[place.inner :]
        return self.with_xml(xml)

    def is_filled(self, slot: str) -> bool:
        """Raises ProblemError ``slot.unknown``."""
        return not self.elements.find(self.slot(slot).slot.id).empty

    def slot(self, name: str) -> SlotPolicy:
        found = self._slots.get(name)
        if found is None:
            raise fail("slot.unknown", path=name)
        return found

    def open_slots(self) -> tuple[str, ...]:
        """The slots that may be signed now: the empty ones of the first layer that is not complete."""
        return self._open_slots

    @cached_property
    def _open_slots(self) -> tuple[str, ...]:
        for stage in stages_of(self.transcript):
            empty = tuple(name for name in stage if not self.is_filled(name))
            if empty:
                return empty
        return ()

    @property
    def complete(self) -> bool:
        return all(self.is_filled(name) for name in slot_names(self.transcript))


def new_draft(transcript: Transcript) -> Draft:
    """Write the XML once; what is signed later is these bytes. Raises ProblemError ``transcript.*``."""
    xml = write_xml(transcript)
    assert_canonical(xml)
    return Draft(transcript, xml)


def open_draft(xml: bytes) -> Draft:
    """Take up a stored draft. Raises ProblemError as ``transcript.api.read_xml`` does, or ``xml.not_canonical``."""
    assert_canonical(xml)
    return Draft(read_xml(xml), xml)
