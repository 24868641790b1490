"""What is told next to what was quoted last, and how far what was spoken of has come."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.passages.beside import (
    TYPED,
    WHEN,
    WHY,
    as_said,
    documents_of_talk,
    find_beside,
    is_about,
    may_tell,
    units_of_talk,
)
from plansvar.asking.passages.finding import PassageFound, grouped
from plansvar.asking.passages.ranking import Scored, rank
from plansvar.asking.passages.terms import Terms
from plansvar.asking.passages.wording import kind_of, terms_said
from plansvar.asking.query import Query, Talk
from plansvar.asking.understanding.implied import people_roots
from plansvar.asking.understanding.leaning import STAGES, stage_roots
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.roots import root
from plansvar.index.library import Library
from plansvar.language.folding import words

ENOUGH = 2  # telling words by which a question says itself what it is about


def find_next(query: Query, library: Library, limit: int = 2) -> tuple[PassageFound, ...]:
    """The sentences right beside what was quoted last that hold all that a question for a time, a
    person or a number says; none for other questions."""
    talk = query.talk
    if talk is None or not talk.cited:
        return ()
    kind = kind_of(as_said(query, talk))
    terms = terms_said(talk.said, library, query.language)
    staged = _staged(query, talk, terms, library) if kind in (WHEN, WHY) else ()
    if staged or kind not in TYPED or not terms.required:
        return staged
    return find_beside(replace(query, talk=replace(talk, about=())), library, limit)


def find_instead(query: Query, library: Library) -> tuple[PassageFound, ...]:
    """What is told next to what was quoted, or, where a question says enough by itself, anywhere of
    what was spoken of; for a question that would get the same answer as the one before it."""
    talk = query.talk
    if talk is None or not talk.cited:
        return ()
    terms = terms_said(talk.said, library, query.language)
    needed = [term for term in terms.items if not term.soft]
    near = replace(query, talk=replace(talk, about=()))
    found = find_beside(near, library) if needed else ()
    return found or (find_beside(query, library) if len(needed) >= ENOUGH else ())


def _staged(query: Query, talk: Talk, terms: Terms, library: Library) -> tuple[PassageFound, ...]:
    """The sentence about what was spoken of that says when or why, where a question says no more
    than how far it has come ("när öppnar den?"): it need not call that by the same word."""
    if not talk.about or not _asks_of_stage(talk, terms):
        return ()
    asked, about = as_said(query, talk), replace(talk, cited=())
    kind = kind_of(asked)
    names = [terms_said(name, library) for name in talk.about]
    of_it = terms_said(f"{talk.said} {talk.about[0]}", library, query.language)
    told = _told_by(talk)
    for document in documents_of_talk(query, talk, library):
        units = [unit for unit in units_of_talk(document, about, library) if may_tell(unit, query)]
        named = {u.span for u in units if is_about(f"{u.heading} {u.text}", names)}
        free = kind == WHEN
        own = [
            replace(unit, in_list=False)
            for unit in units
            if unit.span in named or (free and not unit.in_list)
        ]
        scored = rank(own, of_it, kind, frozenset(), asked.text) if own else []
        found = [item for item in scored if _is_staged(item, kind, told)]
        found.sort(key=lambda item: item.unit.span not in named)
        if found:
            return grouped(found[:1], 1, library, kind)
    return ()


def _asks_of_stage(talk: Talk, terms: Terms) -> bool:
    needed = [root(term.word) for term in terms.items if not term.soft]
    said = {root(word) for word in words(talk.said)}
    stages = stage_roots()
    return bool(said & stages) and all(r in stages or r in people_roots() for r in needed)


def _told_by(talk: Talk) -> tuple[str, ...]:
    """The beginnings of words that tell the stage asked for."""
    said, stages = {root(word) for word in words(talk.said)}, grammar()["stages"]
    asked = (stage for stage in STAGES if not said.isdisjoint(map(root, stages[stage]["asked"])))
    return tuple(beginning for stage in asked for beginning in stages[stage]["told"])


def _is_staged(item: Scored, kind: str, told: tuple[str, ...]) -> bool:
    """Whether a sentence tells when a stage is reached, or why, by whatever word for it."""
    text = " " + " ".join(words(item.unit.text))
    fits = item.cue if kind == WHY else item.fits
    return fits and any(f" {beginning}" in text for beginning in told)
