"""What waits in findings, explanations and remediation, for the start page."""
