"""A process that reads one file and ends.

`python -m plansvar.reading.worker PATH NAME MEGABYTES SECONDS OCR_SECONDS`. Hostile files can
hang, crash or fill the memory; then only this process is lost. The answer goes to standard output:
a line that says which kind it is, then JSON, a Document or a ReadingError's line.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from plansvar.domain import Document
from plansvar.errors import ReadingError
from plansvar.interchange import codec
from plansvar.reading.reading import read
from plansvar.reading.sources import SourceFile
from plansvar.texts import text

DOCUMENT, REFUSED = b"document", b"refused"


def main() -> int:
    path, name, megabytes, seconds, ocr_seconds = sys.argv[1:6]
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit(int(megabytes), int(seconds))
    kind, body = _answer(SourceFile(Path(path), name), megabytes, int(ocr_seconds))
    with output:
        output.write(kind + b"\n" + body)
    return 0


def _answer(source: SourceFile, megabytes: str, ocr_seconds: int) -> tuple[bytes, bytes]:
    try:
        return DOCUMENT, codec.to_json(Document, read(source, ocr_seconds)).encode("utf-8")
    except ReadingError as error:
        reason = str(error)
    except MemoryError:
        reason = text("reading.refused.memory", megabytes=megabytes)
    except RecursionError:
        reason = text("reading.refused.crashed")
    return REFUSED, json.dumps(codec.clean(reason), ensure_ascii=False).encode("utf-8")


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
