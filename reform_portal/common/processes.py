"""Processes that end when the one that started them ends, however it ended (Linux)."""

import ctypes
import os
import signal

PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True)


def die_with_parent(number=signal.SIGKILL, parent=None):
    """From now on the kernel sends this process a signal when its parent is gone."""
    parent = parent or os.getppid()
    _libc.prctl(PR_SET_PDEATHSIG, number)
    if os.getppid() != parent:  # it went in between
        os.kill(os.getpid(), number)
