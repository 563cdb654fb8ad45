"""Settings: what the portal needs (base), on a desk (dev), under test (test), in service (prod)."""
