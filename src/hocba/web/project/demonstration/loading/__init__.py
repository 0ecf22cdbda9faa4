"""The invented ward as rows. Written as the owner role and in bulk: no person did this, so no audit entry says so."""
