"""What every app stands on: tenancy, guards, audit, keys, blobs, the base pages."""
