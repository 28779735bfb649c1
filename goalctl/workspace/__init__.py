"""Many files together: settings, scan, index, changes, places of findings."""
