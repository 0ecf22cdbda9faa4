"""Cryptographic Message Syntax (RFC 5652), as far as CAdES signatures and RFC 3161 tokens need it."""
