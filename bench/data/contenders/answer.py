"""What every Python contender shares: the time, the peak memory and the form of its answer."""

import json
import re
import resource
import sys
import time


def peak_megabytes():
    """The most memory that this process ever held; what Linux calls its high-water mark, else what the platform reports."""
    try:
        with open("/proc/self/status") as status:
            return int(re.search(r"^VmHWM:\s+(\d+)", status.read(), re.M).group(1)) / 1024
    except OSError:
        unit = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20


def answer(tasks):
    """Runs the task named on the command line and prints its answer with the time from just before the data is opened."""
    task, path = sys.argv[1:3]
    started = time.perf_counter()
    found = tasks[task](path)
    seconds = time.perf_counter() - started
    print(json.dumps({"seconds": seconds, "peakMegabytes": peak_megabytes(), "answer": found}))


def cells(rows, edges):
    """The form that all share: one row per combination of scores (recency, frequency, monetary, customers, orders, revenue), and the edges."""
    return {"cells": [[float(value) for value in row] for row in rows], "edges": {name: [float(edge) for edge in edges[name]] for name in edges}}
