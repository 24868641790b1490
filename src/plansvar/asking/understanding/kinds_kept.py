"""A mere name after a question for goals, undertakings or amounts is of the same kind."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.query import Money, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.linking import SURE, link_names
from plansvar.asking.understanding.merging import Merged, telling
from plansvar.asking.understanding.parsing import Parsed

_ROWS = (Subject.INDICATORS, Subject.COMMITMENTS, Subject.AMOUNTS)


def in_kind_of_talk(
    query: Query, parsed: Parsed, again: Merged | None, catalogue: Catalogue
) -> Query | None:
    """ "samma sak för särskilt boende" after how content people are with home care is not about
    what the homes cost: what the name means among rows of the talk's kind; null where it means
    nothing there, or where more than a name is said."""
    new = parsed.query
    apart = new.subject in _ROWS and query.subject in _ROWS and new.subject is not query.subject
    more = new.measures or new.money not in (None, Money()) or parsed.subject
    if not (apart and new.links and query.links) or parsed.operation is not None or more:
        return None
    if again is not None and again.fits and again.fresh:
        found = again.parsed.query
        if found.links and found.subject is query.subject:
            return found
    named = telling(parsed.reading, catalogue)
    linked = link_names(named, catalogue, query.scope, (query.subject,)).link
    if linked is None or linked.score < SURE:
        return None
    return replace(new, links=(linked,), subject=query.subject)
