"""The demonstration time-stamp authority, in process: tokens as RFC 3161 has them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC

from asn1crypto import tsp

from hocba.kernel.clock import Clock
from hocba.signing.algorithms import digest_of, sign_digest
from hocba.signing.certificates import DEMO_POLICY, SigningCertificate
from hocba.signing.cms import oids
from hocba.signing.cms.writer import signed_attributes, signed_data
from hocba.signing.demo_pki.authority import DemoPki, KeyHolder


@dataclass(frozen=True, slots=True)
class DemoTimestamper:
    """``hocba.signing.ports.Timestamper`` with a clock of its own choosing."""

    holder: KeyHolder
    clock: Clock

    @classmethod
    def of(cls, pki: DemoPki, clock: Clock) -> DemoTimestamper:
        return cls(pki.stamping, clock)

    def stamp(self, digest: bytes) -> bytes:
        content = self._info(digest)
        # only the own certificate travels: the path above it is the reader's to know
        mine = SigningCertificate(self.holder.certificate.der)
        attributes = signed_attributes(digest_of(content), mine, content_type=oids.TST_INFO)
        value = sign_digest(self.holder.key, digest_of(attributes))
        return signed_data(attributes, value, mine, content=(oids.TST_INFO, content))

    def _info(self, digest: bytes) -> bytes:
        info = tsp.TSTInfo(
            {
                "version": "v1",
                "policy": DEMO_POLICY.dotted_string,
                "message_imprint": {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": digest},
                "serial_number": secrets.randbits(127),
                "gen_time": self.clock().astimezone(UTC).replace(microsecond=0),
            }
        )
        encoded: bytes = info.dump()
        return encoded
