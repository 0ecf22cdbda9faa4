"""Who may enter each address. One file per app; an address without a row fails ``test_routes.py``.

``ROUTES`` maps a view name to a ``Route``. Statuses are listed for these visitors, all meeting objects of the school
``world.here``:

- ``stranger``: no session (302: sent to sign in)
- ``teacher``: homeroom teacher of the class and teacher of the subject
- ``colleague``: teaches another subject in the class
- ``clerk``, ``vice_principal``, ``principal``: the school's office
- ``officer``: of the ward
- ``elsewhere``: the principal of another school
"""
