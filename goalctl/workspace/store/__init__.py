"""A workspace's files: root, settings, scan, git, and the transaction that changes a plan."""
