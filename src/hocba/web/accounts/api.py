"""What other apps may use of accounts."""

from __future__ import annotations

from hocba.web.accounts.models import Membership, StaffProfile, User
from hocba.web.accounts.selectors import as_actor, holders, offices_of

__all__ = ["Membership", "StaffProfile", "User", "as_actor", "holders", "offices_of"]
