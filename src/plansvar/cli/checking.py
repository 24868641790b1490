"""`plansvar check`: comes in a later version."""

from __future__ import annotations

from plansvar.cli.arguments import Arguments
from plansvar.errors import ArgumentError
from plansvar.settings import Settings
from plansvar.texts import text


def run(arguments: Arguments, settings: Settings) -> int:
    raise ArgumentError(text("cli.later.check"))
