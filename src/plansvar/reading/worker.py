"""A process that reads one file and ends.

`python -m plansvar.reading.worker PATH NAME MEGABYTES SECONDS`. Hostile files can hang, crash or
fill the memory; then only this process is lost. The answer, pickled, goes to standard output: a
Document or a ReadingError's line.
"""

from __future__ import annotations

import os
import pickle
import sys
from pathlib import Path

from plansvar.errors import ReadingError
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile
from plansvar.texts import text


def main() -> int:
    path, name, megabytes, seconds = sys.argv[1:5]
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit(int(megabytes), int(seconds))
    try:
        result: object = read(SourceFile(Path(path), name))
    except ReadingError as error:
        result = str(error)
    except MemoryError:
        result = text("reading.refused.memory", megabytes=megabytes)
    except RecursionError:
        result = text("reading.refused.crashed")
    with output:
        pickle.dump(result, output, protocol=pickle.HIGHEST_PROTOCOL)
    return 0


def _limit(megabytes: int, seconds: int) -> None:
    """Limits where the system has them; the parent watches the clock in any case."""
    try:
        import resource
    except ImportError:
        return
    size = megabytes * 1024 * 1024
    for kind, limit in ((resource.RLIMIT_AS, size), (resource.RLIMIT_CPU, seconds)):
        _, hard = resource.getrlimit(kind)
        ceiling = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        try:
            resource.setrlimit(kind, (ceiling, hard))
        except (ValueError, OSError):
            continue


if __name__ == "__main__":
    sys.exit(main())
