"""PAdES baseline seals (ETSI EN 319 142-1): one signature that covers the whole file, by incremental update."""
