"""What waits in plans and inspections, for the start page."""
