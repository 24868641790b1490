"""Pictures of pages, drawn in a process of their own: a hostile file cannot hang the page."""

from __future__ import annotations

import io
import threading
from collections import OrderedDict
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from plansvar.errors import ReadingError
from plansvar.texts import text

SCALE = 2.0
KEPT = 64
SECONDS = 20


class Pictures:
    """Draws pages and keeps the latest."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._pool: ProcessPoolExecutor | None = None

    def page(self, path: Path, digest: str, page_index: int) -> bytes:
        """The page as PNG. Raises ReadingError where it cannot be drawn."""
        key = (digest, page_index)
        with self._lock:
            if key not in self._kept:
                self._kept[key] = self._drawn(path, page_index)
                if len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]

    def _drawn(self, path: Path, page_index: int) -> bytes:
        pool = self._pool or ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        self._pool = pool
        try:
            return pool.submit(draw, path, page_index).result(timeout=SECONDS)
        except (TimeoutError, BrokenProcessPool) as error:
            self._end(pool)
            raise ReadingError(text("web.source.undrawable")) from error

    def _end(self, pool: ProcessPoolExecutor) -> None:
        """Give up a process that hangs or has died; the next page gets a new one."""
        self._pool = None
        for process in list((getattr(pool, "_processes", None) or {}).values()):
            process.kill()
        pool.shutdown(wait=False, cancel_futures=True)


def draw(path: Path, page_index: int) -> bytes:
    """A page of a PDF as PNG."""
    from plansvar.reading.pdf.pictures import render_page

    out = io.BytesIO()
    render_page(path, page_index, SCALE).save(out, "PNG")
    return out.getvalue()
