"""A damaged detail in a table's looks costs its marks, never the document."""

from __future__ import annotations

import functools
import zipfile
import zlib
from collections.abc import Callable
from typing import Any, TypeVar

from lxml import etree

Result = TypeVar("Result")
_DAMAGE = (
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    TypeError,
    ValueError,
    etree.LxmlError,
    zipfile.BadZipFile,
    zlib.error,
)


def careful(
    nothing: Callable[[], Result],
) -> Callable[[Callable[..., Result]], Callable[..., Result]]:
    """Makes a method report to its `reader` what it could not read, and give nothing then."""

    def around(method: Callable[..., Result]) -> Callable[..., Result]:
        @functools.wraps(method)
        def guarded(self: Any, *arguments: Any) -> Result:
            try:
                return method(self, *arguments)
            except _DAMAGE:
                self.reader.report("damaged")
                return nothing()

        return guarded

    return around
