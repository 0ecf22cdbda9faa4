"""Keys in this process: from PKCS#12 files, or handed in. For schools without tokens, for tests, for benches."""
