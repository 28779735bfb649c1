"""What lies in a workspace: root, settings, scan, names and notes; git, and the transaction that changes a plan."""
