"""``hocba demo``: an invented ward on this machine.

``start`` supervises three processes that are not its own: PostgreSQL, the key box and the site. ``loading`` fills the
database once, in one transaction. A child ends when its parent does, however the parent ended (``lifeline``).
"""
