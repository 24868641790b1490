"""Which function does which command; each is imported only when it is run."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

from plansvar.cli.arguments import ROW_KINDS, Arguments
from plansvar.settings import Settings, load_settings

_MODULES = {
    "index": "indexing",
    "ask": "asking",
    "conflicts": "conflicts",
    "inspect": "inspecting",
    "check": "checking",
    "serve": "serving",
    **dict.fromkeys(ROW_KINDS, "rows"),
}


def run(arguments: Arguments) -> int:
    """Run the command; the exit code."""
    settings = load_settings()
    module = import_module(f"plansvar.cli.{_MODULES[arguments.command]}")
    code: int = module.run(arguments, _with_given(settings, arguments))
    return code


def _with_given(settings: Settings, arguments: Arguments) -> Settings:
    """The settings with what the command line says instead."""
    index = arguments.index or settings.index
    return replace(settings, index=index, ocr="on" if arguments.ocr else settings.ocr)
