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
    # By name, so that no other command pays for the import of the page.
    serve = import_module("plansvar.web.serving").serve
    serve(chosen, public=arguments.public, root_path=arguments.root_path or "")
    return 0
