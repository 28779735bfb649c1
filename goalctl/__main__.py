"""`python -m goalctl` and the `goalctl` command."""

from __future__ import annotations

import gc
import sys

from goalctl.cli.at_once import answer_at_once, is_written

INTERRUPTED = 130
COLLECTS_AFTER = 200_000  # objects: what a short command imports and makes stays until it ends


def main() -> None:
    """Run the command line and leave with its status."""
    gc.set_threshold(COLLECTS_AFTER)
    words = sys.argv[1:]
    answer = answer_at_once(words)
    if answer is not None and is_written(answer, sys.stdout):
        return
    try:
        from goalctl.cli.root import run

        status = run(words)
    except KeyboardInterrupt:  # while it was still being loaded
        status = INTERRUPTED
    gc.freeze()  # nor is it looked through once more while Python ends, which took a fifth of a short command
    sys.exit(status)


if __name__ == "__main__":
    main()
