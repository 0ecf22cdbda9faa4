"""RFC 3161 time-stamps: reading and checking tokens. Who issues them is behind ``signing.ports.Timestamper``."""
