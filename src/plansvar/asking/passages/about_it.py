"""Whether sentences that are to give a cause are about what is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.passages.effects import is_cause_of_other
from plansvar.asking.passages.named_rows import Row, rows_named
from plansvar.asking.passages.other_money import is_of_other_money
from plansvar.asking.passages.own_causes import WHY, Named, named_by
from plansvar.asking.passages.ranking import holds_cue
from plansvar.asking.passages.rows_beside import (
    is_goal,
    is_only_one,
    others_named,
    position_of,
    tells_of_others,
)
from plansvar.asking.passages.topics import row_topics
from plansvar.asking.passages.units import heading_at, table_above
from plansvar.asking.passages.wording import kind_of
from plansvar.asking.passages.zones import blocks_under
from plansvar.asking.query import Query
from plansvar.asking.telling_roots import is_form, telling_roots
from plansvar.domain import BlockKind, Document, Span
from plansvar.index.library import Library

FEWEST = 3  # telling words that a cause has of its own
LISTED = 2  # other rows that a sentence names which only lists them


def tells_of_it(document: Document, spans: Sequence[Span], query: Query, library: Library) -> bool:
    """Whether sentences that are to give a cause say more than a name and a verdict, and speak of
    the rows asked for: themselves, the paragraph or heading that they stand in or under, or by
    standing right under a row."""
    if kind_of(query) != WHY or query.language == "en":
        return True
    rows = rows_named(query, library)
    named = named_by(query, library, rows)
    text = " ".join(document.quote(span) for span in spans)
    if not _says_more(text, query, named) or _is_caption(document, spans):
        return False
    if not (query.links or named.asked):
        return True
    mine = [row for row in rows if row.place.document_id == document.path]
    listing = not holds_cue(text, WHY) and _only_lists(text, named, document, library)
    if listing or is_of_other_money(mine, document, spans, library):
        return False
    names = " ".join(link.name for link in query.links)
    if is_cause_of_other([document.quote(span) for span in spans], names):
        return False
    number = next((n for n, b in enumerate(document.blocks) if b.span.overlaps(spans[-1])), -1)
    above = [heading_at(document, spans[-1]), *_topics(document, spans[-1], library)]
    above += table_above(document, number)
    telling = (text, *above)
    if not (query.links or holds_cue(text, WHY)) and not any(map(named.in_text, telling)):
        return False
    if any(map(named.in_text, (text, *above))):
        # the rows of a talk need not be what is asked of
        own = query.follow_up or named.says_asked((text, *above))
        return own or not _only_of_others(mine, document, spans, library)
    return _stands_under(document, spans, number, named, mine, library)


def _only_of_others(
    rows: Sequence[Row], document: Document, spans: Sequence[Span], library: Library
) -> bool:
    """Whether sentences name other rows of the table of each of the rows."""
    return bool(rows) and all(tells_of_others(row, document, spans, library) for row in rows)


def _stands_under(
    document: Document,
    spans: Sequence[Span],
    number: int,
    named: Named,
    rows: Sequence[Row],
    library: Library,
) -> bool:
    """Whether sentences stand right under one of the rows, or under a heading that is its own."""
    heading = heading_at(document, spans[-1])
    if named.is_head(heading) and any(is_only_one(r, document, heading, library) for r in rows):
        return True
    cued = holds_cue(" ".join(document.quote(span) for span in spans), WHY)
    return any(
        number in blocks_under(document, position_of(row))
        and not tells_of_others(row, document, spans, library)
        and (cued or is_goal(row, document))
        for row in rows
    )


def _only_lists(text: str, named: Named, document: Document, library: Library) -> bool:
    """Whether a sentence names several rows and says next to nothing beside ("Röda mål är …")."""
    others = others_named(named.names, document, text, library)
    names = frozenset().union(*named.names, *others)
    own = [w for w in telling_roots(text) if not any(is_form(w, each) for each in names)]
    return len(others) >= LISTED and len(own) <= FEWEST


def _topics(document: Document, span: Span, library: Library) -> list[str]:
    """The names of the rows whose comments a sentence stands in."""
    rows = row_topics(library).get(document.path, [])
    return [name for comment, name in rows if comment.holds(span)]


def _is_caption(document: Document, spans: Sequence[Span]) -> bool:
    """Whether all that is told is the line above a table, which is no sentence."""
    kinds = [b.kind for b in document.blocks if any(b.span.overlaps(span) for span in spans)]
    ended = document.quote(spans[-1]).rstrip().endswith((".", "!", "?"))
    return set(kinds) == {BlockKind.CAPTION} and not ended


def _says_more(text: str, query: Query, named: Named) -> bool:
    """Whether a text has words beside those of the question and of the name."""
    said = telling_roots(query.text).union(*named.names)
    own = [w for w in telling_roots(text) if not any(is_form(w, each) for each in said)]
    return len(own) >= FEWEST
