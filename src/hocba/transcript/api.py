"""The door of the room: the record in, XML, PDF and findings out."""

from __future__ import annotations

from hocba.transcript.xml_writer import write_xml

__all__ = ["write_xml"]
