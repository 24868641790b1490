"""The templates, with escaping on: no document and no question can add markup to the page."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from plansvar.texts import text


def render(template: str, /, **values: Any) -> Markup:
    """The template `templates/<template>.html` filled in."""
    return Markup(_environment().get_template(f"{template}.html").render(**values))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("plansvar.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["t"] = _page_text
    return environment


def _page_text(key: str, **fields: Any) -> str:
    return text(f"web.{key}", **fields)
