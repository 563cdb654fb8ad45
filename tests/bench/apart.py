"""Seconds and memory of a piece of work in a process of its own, so that nothing else is in it."""

import gc
import os
import time
from multiprocessing import get_context
from pathlib import Path

from django.db import connections

MEGABYTE = 1024


def apart(work):
    """(seconds, most megabytes of memory above those at the beginning, the answer's size)."""
    connections.close_all()  # a child must not speak on its parent's connection
    fork = get_context("fork")
    here, there = fork.Pipe()
    child = fork.Process(target=_measured, args=(work, there))
    child.start()
    there.close()
    told = here.recv()
    child.join()
    return told


def _measured(work, told):
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")  # forget the peak so far
    before, began = _memory("VmRSS"), time.perf_counter()
    answer = work()
    seconds = time.perf_counter() - began
    told.send((seconds, (_memory("VmHWM") - before) / MEGABYTE, len(answer or b"")))
    told.close()
    os._exit(0)


def _memory(name):
    status = Path("/proc/self/status").read_text()
    return int(status.split(f"{name}:")[1].split()[0])
