"""`plansvar serve`: the web page, the same as `python app.py`."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

from plansvar.cli.arguments import Arguments
from plansvar.settings import Settings


def run(arguments: Arguments, settings: Settings) -> int:
    chosen = replace(
        settings,
        host=arguments.host or settings.host,
        port=arguments.port or settings.port,
    )
    launch = import_module("plansvar.web").launch
    launch(chosen, public=arguments.public)
    return 0
