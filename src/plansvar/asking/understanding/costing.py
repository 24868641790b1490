"""What the thing spoken of costs, where the row that was shown gives no money."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.query import Conditions, Decline, Link, Operation, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.names import Name
from plansvar.asking.understanding.parsing import Parsed
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

ROWS = (Subject.INDICATORS, Subject.COMMITMENTS)
LEAST = 2  # telling words by which an amount is the same thing


def with_cost(query: Query, parsed: Parsed, topic: str, catalogue: Catalogue) -> Query:
    """ "vad kostar det?" after an undertaking or a key figure: the amount that goes by its words,
    else a sentence that tells it. What many rows cost stands nowhere."""
    new = parsed.query
    own = new.links or parsed.unlinked
    asked = parsed.reading.has("spending", "cost", "spend") and query.subject is not Subject.AMOUNTS
    over_rows = query.operation.value in grammar()["over_rows"]
    if asked and not own and not query.links and over_rows and query.subject in ROWS:
        return replace(query, decline=Decline.NOT_IN_DOCUMENTS)
    if not asked or own or not query.links or _is_priced(query, catalogue):
        return query
    plain = replace(query, conditions=Conditions(), premise=None, breakdowns=(), order=None)
    links = tuple(link for each in query.links if (link := _amounts_of(each, catalogue)))
    if links:
        return replace(
            plain, subject=Subject.AMOUNTS, operation=Operation.VALUE, links=links, measures=()
        )
    text = " ".join((new.text, topic or query.links[0].name))
    return replace(plain, subject=Subject.PASSAGES, operation=Operation.VALUE, text=text)


def with_cost_told(query: Query, before: Query, parsed: Parsed) -> Query:
    """ "hur mycket kostade de?" after a cause that was quoted: what the text tells of that."""
    told = before.operation.value in grammar()["of_causes"] or before.subject is Subject.PASSAGES
    asked = parsed.reading.has("spending", "cost") and not (parsed.query.links or parsed.unlinked)
    points = any(token.key in grammar()["many_of_it"] for token in parsed.reading.tokens)
    if not (told and asked and points) or query.subject is not Subject.AMOUNTS:
        return query
    return replace(query, subject=Subject.PASSAGES, operation=Operation.VALUE, links=())


def _amounts_of(link: Link, catalogue: Catalogue) -> Link | None:
    """The amounts in tables that go by the telling words of an undertaking."""
    spoken = [catalogue.by_row[row] for row in link.rows if row in catalogue.by_row]
    named = [
        name
        for name in catalogue.names
        if name.subject is Subject.AMOUNTS and any(_is_same(name, one) for one in spoken)
    ]
    if not named:
        return None
    best = max(named, key=lambda name: len(name.core))
    return replace(link, name=best.text, rows=best.rows)


def _is_same(amount: Name, spoken: Name) -> bool:
    return len(amount.core) >= LEAST and amount.core <= spoken.core


def _is_priced(query: Query, catalogue: Catalogue) -> bool:
    """Whether a key figure is itself an amount of money."""
    rows = {row for link in query.links for row in link.rows}
    units = {
        o.unit or "" for r in catalogue.library.indicators() if r.id in rows for o in r.observations
    }
    money = vocabulary("passages")["numbers"]["units"]["money"]
    return any(word in money for unit in units for word in words(unit))
