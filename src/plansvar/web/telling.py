"""What a visitor is told when something fails: one line, never a traceback."""

from __future__ import annotations

import logging

from plansvar.errors import PlansvarError
from plansvar.texts import text

_LOG = logging.getLogger(__name__)


def failure_line(error: Exception) -> str:
    """The line for `error`; what was not foreseen goes to the server's log."""
    if isinstance(error, PlansvarError):
        return str(error)
    _LOG.error("question failed", exc_info=error)
    return text("web.input.failed")
