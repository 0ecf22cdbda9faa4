"""Hộp khoá trình diễn: a separate process that holds all demonstration keys, so that the web never sees one.

Protocol (HTTP/1.1 + JSON on 127.0.0.1, ``Authorization: Bearer <token>``; see docs/signatures.md):

- ``GET /credentials`` → ``{"credentials": [{"id", "certificate", "issuers": […], "algorithm"}]}`` (base64 DER)
- ``POST /sign {"credential", "algorithm", "hashes": [{"key", "digest"}]}``
  → ``{"outcomes": {key: {"value"} | {"problem"}}}``
- ``POST /stamp {"digest"}`` → ``{"token"}`` (RFC 3161, base64 DER)
"""
