"""The first thing that ``onrecord`` runs: Ctrl-C ends it quietly while its modules load.

That takes most of a second, in which nothing is done that a person must be told of. Nothing
may be imported here that takes time itself.
"""

from __future__ import annotations

import os
import signal
import sys

INTERRUPTED = 130
"""The exit status of what Ctrl-C stopped, as shells have it."""


def main() -> None:
    """Load the command line and run it."""
    heard = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if heard:  # whoever had it ignored goes on ignoring it
        signal.signal(signal.SIGINT, _end_at_once)
    from flows import cli

    try:
        if heard:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        cli.main()
    except KeyboardInterrupt:  # before the command began, or as it had ended
        sys.exit(INTERRUPTED)


def _end_at_once(*_: object) -> None:
    """No exception: in the midst of an import it may be turned into another one, or be lost."""
    os._exit(INTERRUPTED)


if __name__ == "__main__":
    main()
