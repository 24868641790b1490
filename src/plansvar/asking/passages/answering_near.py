"""Who answers for what was spoken of, and what measures give, as it is told beside that ("Ansvarig
är socialchef …", "Åtgärderna har hittills gett 2,3 mnkr")."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from plansvar.asking.passages.beside import (
    LEAST,
    documents_of_talk,
    is_about,
    may_tell,
    units_of_talk,
)
from plansvar.asking.passages.finding import PassageFound, grouped
from plansvar.asking.passages.ranking import Scored
from plansvar.asking.passages.units import Unit
from plansvar.asking.passages.wording import terms_said
from plansvar.asking.query import Query, Talk
from plansvar.index.library import Library
from plansvar.language.folding import fold, stems
from plansvar.language.vocabulary import vocabulary

MOST = 2


def asks_what_it_gives(said: str) -> bool:
    """Whether it is asked how much measures give, and nothing else."""
    return re.fullmatch(vocabulary("talks")["giving"]["asked"], fold(said).strip()) is not None


def find_answering(query: Query, library: Library) -> tuple[PassageFound, ...]:
    """The sentences that name who answers for it, in the paragraphs about what was spoken of in the
    documents that were quoted; where the question has words of its own, in a paragraph that says
    them."""
    return _found(query, library, _names_who)


def find_given(query: Query, library: Library) -> tuple[PassageFound, ...]:
    """The sentences that tell how much measures give, in such paragraphs."""
    return _found(query, library, _tells_given)


def _found(
    query: Query, library: Library, tells: Callable[[str], bool]
) -> tuple[PassageFound, ...]:
    talk = query.talk
    quoted = {cited.document for cited in talk.cited} if talk else set()
    for document in documents_of_talk(query, talk, library) if talk else ():
        if talk is None or document.path not in quoted:
            continue
        units = [unit for unit in units_of_talk(document, talk, library) if may_tell(unit, query)]
        named = [unit for unit in units if tells(unit.text)]
        told = [unit for unit in named if _says_all(unit, talk, query, library)]
        own = [unit for unit in told if _is_headed(unit, talk, library)] or told
        if own:
            scored = [Scored(unit, 1.0, 1.0, 1.0, fits=True, cue=True) for unit in own]
            return grouped(scored, MOST, library)
    return ()


def _says_all(unit: Unit, talk: Talk, query: Query, library: Library) -> bool:
    """Whether the paragraph of a sentence says each word of the question that has matter."""
    free = set(vocabulary("talks")["answering"]["free"])
    terms = terms_said(talk.said, library, query.language)
    needed = [term.word for term in terms.items if not term.soft and term.word not in free]
    block = unit.document.blocks[unit.block]
    held = terms.match(stems(f"{unit.heading} {unit.document.quote(block.span)}"))
    return all(held.get(word, 0.0) >= LEAST for word in needed)


def _is_headed(unit: Unit, talk: Talk, library: Library) -> bool:
    return is_about(unit.heading, [terms_said(name, library) for name in talk.about])


def _tells_given(text: str) -> bool:
    return _given().search(text) is not None


@cache
def _given() -> re.Pattern[str]:
    return re.compile(vocabulary("talks")["giving"]["told"], re.IGNORECASE)


def _names_who(text: str) -> bool:
    return bool(_answers().search(text)) and bool(_person().search(text))


@cache
def _answers() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("talks")["answering"]["told"]))


@cache
def _person() -> re.Pattern[str]:
    return re.compile(vocabulary("talks")["answering"]["person"])
