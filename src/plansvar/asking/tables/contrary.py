"""The figures of a printed line that went the other way than a question takes for granted."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.basics import PLANS
from plansvar.asking.passages.terms import Terms, skipped
from plansvar.asking.query import Query
from plansvar.asking.tables.comparing import Asked, asked_of
from plansvar.asking.tables.fitting import EXACT, Fit, every_fit, terms_asked
from plansvar.asking.tables.pairing import Chosen, is_aside, is_planned, pairs_within
from plansvar.index.library import Library
from plansvar.language.folding import fold, stem, words
from plansvar.language.lexicon import content_words
from plansvar.language.months import month_name
from plansvar.language.vocabulary import vocabulary

_EQUAL = 1e-9


def contrary_pair(query: Query, way: int, library: Library) -> Chosen | None:
    """The two figures of the line that says every word of the question and no more, where they
    moved the other way or not at all; null where several lines differ, or one did go that way."""
    terms = terms_asked(query, library)
    asked = replace(asked_of(query), before=True, changes=True)
    if not any(not term.soft for term in terms.items):
        return None
    told = [f for f in every_fit(query, library, terms) if _is_of_it_alone(f, terms)]
    planned = asked.planned or bool(query.measures)
    if not planned:  # what is planned has not come about
        told = [fit for fit in told if fit.row.document.kind not in PLANS]
    if not asked.years:  # what was so in an older report is not what is meant
        told = [fit for fit in told if fit.row.document == told[0].row.document]
    found = [pair for fit in told for pair in _pairs(fit, asked, terms, planned)]
    if not found or any(_moved(pair) * way > 0 for pair in found):
        return None
    labels = {fold(pair.last[0].label) for pair in found}
    return found[0] if len(labels) == 1 else None


def _is_of_it_alone(fit: Fit, terms: Terms) -> bool:
    """Whether a label tells the words of the question as they stand, and nothing besides: how many
    are placed in care is not how many children there are, nor other income all of it."""
    known = {s for term in terms.items for s, factor in term.variants.items() if factor >= EXACT}
    dull = vocabulary("compared")["heads"]["dull"]
    said = [word for word in content_words(fit.row.label, skipped()) if word not in dull]
    telling = (word for word in said if not word.isdigit() and month_name(word) is None)
    named = {word for term in terms.items for word in words(term.word)}
    groups = set(words(fit.row.label)) & set(vocabulary("compared")["heads"]["parts"])
    if groups - named:
        return False
    return not fit.untold and fit.own == fit.exact and known.issuperset(map(stem, telling))


def _pairs(fit: Fit, asked: Asked, terms: Terms, planned: bool) -> list[Chosen]:
    """The figure of the year asked for and that of the year before, in columns of outcomes or,
    where it is asked of, of what was `planned` or granted."""
    pairs = pairs_within(fit, asked, terms)
    return [
        pair
        for pair in pairs
        if (not asked.years or pair.last[1].year == asked.years[-1])
        and not is_aside(pair.last[1])
        and (planned or not is_planned(pair.last[1]))
        and pair.first[1].kind == pair.last[1].kind
    ]


def _moved(pair: Chosen) -> float:
    """How much the later figure is more; costs that are printed below zero by their size."""
    first, last = pair.first[1].value, pair.last[1].value
    below = first < 0 and last < 0
    apart = abs(last) - abs(first) if below else last - first
    return 0.0 if abs(apart) < _EQUAL else apart
