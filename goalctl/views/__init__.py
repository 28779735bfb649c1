"""What a reader sees: returns tables, charts, records and pages; never prints."""
