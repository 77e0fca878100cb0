"""One part of ``onrecord up``: ``python -m flows.part PARENT MODULE ARGUMENTS...``.

Runs the module, and ends the part's whole process group when the parent is gone:
a killed ``onrecord up`` leaves no server behind that holds its port.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
import threading
import time

LOOK_SECONDS = 0.5
GRACE_SECONDS = 5


def end_group_with(parent: int) -> None:
    """Wait until ``parent`` is not our parent any more; then SIGTERM, SIGKILL for our group."""
    while os.getppid() == parent:
        time.sleep(LOOK_SECONDS)
    group = os.getpgid(0)
    if group != os.getpid():
        os._exit(1)  # started by hand: this group is somebody's shell
    os.killpg(group, signal.SIGTERM)
    time.sleep(GRACE_SECONDS)
    os.killpg(group, signal.SIGKILL)


def main() -> None:
    """Watch the parent, run the module."""
    parent, module = int(sys.argv[1]), sys.argv[2]
    sys.argv = [module, *sys.argv[3:]]
    threading.Thread(target=end_group_with, args=(parent,), daemon=True).start()
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
