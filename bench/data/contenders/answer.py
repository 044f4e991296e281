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


def repeat(run):
    """The median time of a step that is repeated for a second, up to twenty times, and its last answer."""
    times = []
    began = time.perf_counter()
    while True:
        started = time.perf_counter()
        found = run()
        times.append(time.perf_counter() - started)
        if len(times) >= 20 or time.perf_counter() - began >= 1:
            return sorted(times)[len(times) // 2], found


def answer(tasks):
    """Runs the task named on the command line and prints its answer with the time from just before the data is opened.

    Where a task gives back a function, what came before was preparation: the function is what is timed, and repeated.
    """
    task, path = sys.argv[1:3]
    started = time.perf_counter()
    found = tasks[task](path)
    seconds = time.perf_counter() - started
    if callable(found):
        seconds, found = repeat(found)
    print(json.dumps({"seconds": seconds, "peakMegabytes": peak_megabytes(), "answer": found}))


def cells(rows, edges):
    """The form that all share: one row per combination of scores (recency, frequency, monetary, customers, orders, revenue), and the edges."""
    return {"cells": [[float(value) for value in row] for row in rows], "edges": {name: [float(edge) for edge in edges[name]] for name in edges}}


def compare_arms(control, treatment):
    """The two differences with their standard errors, from units, rate, mean spend, its variance and units in both arms, per arm."""
    (units, rate, mean, variance, crossed), (units_t, rate_t, mean_t, variance_t, _) = control, treatment
    return {
        "units": [units, units_t],
        "crossed": crossed,
        "converted": [rate_t - rate, (rate * (1 - rate) / units + rate_t * (1 - rate_t) / units_t) ** 0.5],
        "revenue": [mean_t - mean, (variance / units + variance_t / units_t) ** 0.5],
    }
