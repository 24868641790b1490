"""Whether a document is a proposal or adopted, as its title or its head says."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from plansvar.domain import Status
from plansvar.language.vocabulary import vocabulary


def status_of(title: str, head: str) -> Status | None:
    """What the head says first: a proposal or an adopted version."""
    if _proposal().match(title) or _proposal_inside().search(title):
        return Status.PROPOSAL
    found = {
        Status.PROPOSAL: _proposal().search(head),
        Status.ADOPTED: _adopted().search(head),
    }
    places = [(match.start(), status) for status, match in found.items() if match]
    return min(places)[1] if places else None


@cache
def _proposal() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|(?<=[.!?] )|(?<=\d ))(?:{'|'.join(_words()['proposal'])})", re.MULTILINE
    )


@cache
def _proposal_inside() -> re.Pattern[str]:
    return re.compile("|".join(_words()["proposal_inside"]), re.IGNORECASE)


@cache
def _adopted() -> re.Pattern[str]:
    data = _words()
    words = "|".join(data["adopted"])
    by = "|".join(data["adopted_by"])
    inside = "|".join(data["adopted_inside"])
    return re.compile(
        rf"(?:^|(?<=[.!?] )|(?<=\n))(?:{words})\b[^.\n]{{0,25}}?(?:{by})|{inside}", re.MULTILINE
    )


def _words() -> Any:
    return vocabulary("documents")["status"]
