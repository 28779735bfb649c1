"""`python -m goalctl` and the `goalctl` command."""

from __future__ import annotations

import sys

from goalctl.cli.root import run


def main() -> None:
    """Run the command line and leave with its status."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
