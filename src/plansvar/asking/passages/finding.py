"""From a question to the few sentences that answer it, or to none.

A passage answers when it and its surroundings cover the telling words of the question and hold
what the kind of question asks for (a time for "när", a body or a name for "vem", a number for
"hur mycket"). Nearness of vectors helps to find passages but never decides that one answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from plansvar.asking.evidence.proof import place_at
from plansvar.asking.evidence.selecting import newest_key
from plansvar.asking.keeping import KeptBeside
from plansvar.asking.passages.about_it import tells_of_it
from plansvar.asking.passages.accounts import Tie
from plansvar.asking.passages.board_accounts import board_causes
from plansvar.asking.passages.cell_texts import cell_text_at
from plansvar.asking.passages.choosing import CUE_BESIDE_BEST, EXPLAIN, WHY, chosen
from plansvar.asking.passages.effects import is_cause_of_other
from plansvar.asking.passages.enumerating import lists_enough
from plansvar.asking.passages.explaining import Explained, explained
from plansvar.asking.passages.leaning import with_cause, with_leaning, with_named
from plansvar.asking.passages.level import tells_level_asked
from plansvar.asking.passages.lists import list_behind, whole_list
from plansvar.asking.passages.own_actions import own_actions
from plansvar.asking.passages.own_causes import own_causes
from plansvar.asking.passages.persons import holders, posts_asked
from plansvar.asking.passages.ranking import Scored, holds_cue
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.searching import candidates, wanted_terms
from plansvar.asking.passages.section_causes import section_causes
from plansvar.asking.passages.told_accounts import told_accounts
from plansvar.asking.passages.told_causes import named_causes, told_causes
from plansvar.asking.passages.units import are_together, heading_at, pieces_around, quotable
from plansvar.asking.passages.whole_causes import whole_causes
from plansvar.asking.passages.wondered import names_thing, tells_contrary
from plansvar.asking.passages.wording import ACTION, QUANTITY, asked_terms, kind_of
from plansvar.asking.passages.zones import blocks_under, is_title
from plansvar.asking.query import Operation, Query
from plansvar.domain import Document, Evidence, Span
from plansvar.engines.protocol import Encoder
from plansvar.index.library import Library
from plansvar.language.folding import stems, words

KEPT = 16  # questions whose passages are kept, as several rules ask for those of the same one
NEAR_BEST = 0.85
FORM = 0.9  # how surely a word is another form of one of a name
MOST_SENTENCES = 3
MOST_HEADED = 4  # sentences that are quoted of what stands under the very heading asked for
TOLD = ("what", "how", "consequence", "summary")
STRICT_WHY = "strict_why"
OWN_ANSWER, LITTLE = 0.5, 0.2  # of the question that a sentence itself speaks of


@dataclass(frozen=True, slots=True)
class PassageFound:
    """Sentences (or list items) that stand together and answer: evidence to cite, each quotable
    piece as text, the score, the share of the question's telling words that they cover, and whether
    a word in them makes them likelier ("beror på" for "varför")."""

    evidence: Evidence
    pieces: tuple[str, ...]
    is_list: bool
    score: float
    coverage: float
    cued: bool = False


_PASSAGES: KeptBeside[tuple[PassageFound, ...]] = KeptBeside(KEPT)
_CAUSES: KeptBeside[tuple[PassageFound, ...]] = KeptBeside(KEPT)


def find_passages(
    query: Query, library: Library, encoder: Encoder | None, limit: int = 3
) -> tuple[PassageFound, ...]:
    """The sentences that answer, best first; empty when the documents do not speak of it. What they
    tell by name of the rows that are named goes first where it says that it explains them."""
    return _PASSAGES.get(
        library,
        (query, limit, encoder and encoder.name),
        lambda: _found_anew(query, library, encoder, limit),
    )


def _found_anew(
    query: Query, library: Library, encoder: Encoder | None, limit: int
) -> tuple[PassageFound, ...]:
    held = tuple(passage_of(each.document, (each.span,)) for each in holders(query, library))
    if held or (posts_asked(query) and query.operation is not Operation.RESPONSIBLE):
        return held[:limit]
    judged = find_told_causes(query, library)
    if judged:
        return judged
    under = own_causes(query, library)
    told = [
        each
        for each in explained(query, library)
        if tells_of_it(each.account.document, each.account.spans, query, library)
    ]
    if under and under[0].sure and not _is_newer(told[:1], under[0]):
        return tuple(map(_of_account, under))
    if under and under[0].cued and not (told and told[0].account.tie > Tie.HEADING):
        told = list(under)
    own = tuple(map(_of_account, told))
    if told and told[0].sure and (told[0].cued or not section_causes(query, library)):
        return own
    nearly = named_causes(query, library) or told_accounts(query, library)
    if nearly and not (told and told[0].cued and not _is_contrary(told[0], query)):
        return tuple(passage_of(each.document, each.spans) for each in nearly)
    found = _searched_for(query, library, encoder, limit)
    found = tuple(passage for passage in found if _is_of_it(passage, query, library))
    found = tuple(p for p in found if names_thing(p.evidence, p.pieces, query, library))
    if kind_of(query) in TOLD:
        found = tuple(_with_what_is_under(passage, library) for passage in found)
    named = [p for p in found if p.cued and _names_it(p, query, library)]
    causal = any(holds_cue(piece, STRICT_WHY) for p in (*named, *own) for piece in p.pieces)
    beside = () if causal else section_causes(query, library)
    own = () if beside else own
    found = found if not beside else ()
    last = beside or under or own_actions(query, library)
    return (own if own and not named else found) or tuple(map(_of_account, last))


def find_told_causes(query: Query, library: Library) -> tuple[PassageFound, ...]:
    """The sentences that tell why the very thing is as the question says; none where none do."""
    return _CAUSES.get(library, query, lambda: tuple(_told_causes(query, library)))


def _told_causes(query: Query, library: Library) -> Iterator[PassageFound]:
    for each in board_causes(query, library) or told_causes(query, library):
        yield passage_of(each.document, each.spans)


def find_whole_causes(query: Query, side: str, library: Library) -> tuple[PassageFound, ...]:
    """The sentences that tell why the whole result went over or short; none where none do."""
    found = whole_causes(query, side, library)
    return tuple(passage_of(each.document, each.spans) for each in found)


def find_told_by_name(query: Query, library: Library) -> tuple[PassageFound, ...]:
    """What the documents tell by name of the rows that a question names, and nothing else."""
    return tuple(map(_of_account, explained(query, library)))


def no_causes_of_others(found: Iterable[PassageFound], query: Query) -> tuple[PassageFound, ...]:
    """Passages without those that name the thing whose cause is asked for only as the cause of
    something else; all of them where no cause is asked for."""
    names = " ".join(link.name for link in query.links)
    why = kind_of(query) == WHY
    return tuple(p for p in found if not (why and is_cause_of_other(p.pieces, names)))


def _is_contrary(each: Explained, query: Query) -> bool:
    """Whether an account tells that the thing went the other way."""
    document = each.account.document
    return tells_contrary(query, " ".join(map(document.quote, each.account.spans)))


def _is_newer(told: Sequence[Explained], other: Explained) -> bool:
    """Whether an account that says that it explains is of a newer document."""
    keys = [newest_key(each.account.document) for each in (*told, other)]
    return any(each.cued for each in told) and keys[0] < keys[-1]


def _is_of_it(passage: PassageFound, query: Query, library: Library) -> bool:
    document = library.document(passage.evidence.place.document_id)
    above = " ".join(heading_at(document, span) for span in passage.evidence.spans[:1])
    if not tells_level_asked(passage.pieces, above, query, library):
        return False
    return tells_of_it(document, passage.evidence.spans, query, library)


def _with_what_is_under(found: PassageFound, library: Library) -> PassageFound:
    """A line that only names a goal with what is told under it: its name says nothing of it."""
    document, spans = library.document(found.evidence.place.document_id), found.evidence.spans
    in_cell = cell_text_at(library, document, spans[0]) is not None
    if len(spans) > 1 or found.is_list or in_cell or not is_title(document, spans[0]):
        return found
    marks = row_marks(library).get(document.path, RowMarks())
    blocks = blocks_under(document, spans[0].start)
    told = [piece for n in blocks for piece in quotable(document, document.blocks[n], marks)]
    spans = (*spans, *told[:MOST_SENTENCES])
    pieces = tuple(document.quote(span) for span in spans)
    return replace(found, evidence=replace(found.evidence, spans=spans), pieces=pieces)


def _names_it(passage: PassageFound, query: Query, library: Library) -> bool:
    """Whether a passage itself speaks of the rows that a question names, in any form."""
    said = {word for link in query.links for part in link.words for word in words(part.text)}
    told = frozenset(stem for piece in passage.pieces for stem in stems(piece))
    exact = {stem for word in said for stem in stems(word)}
    terms = asked_terms(query, library).items
    return not exact.isdisjoint(told) or any(t.factor(told) > FORM for t in terms if t.word in said)


def passage_of(document: Document, spans: tuple[Span, ...], cued: bool = True) -> PassageFound:
    """Sentences of one document that answer as they stand."""
    texts = tuple(map(document.quote, spans))
    return PassageFound(Evidence(place_at(document, spans[0]), spans), texts, False, 1.0, 1.0, cued)


def _of_account(told: Explained) -> PassageFound:
    return passage_of(told.account.document, told.account.spans, told.sure or told.cued)


def _searched_for(
    query: Query, library: Library, encoder: Encoder | None, limit: int
) -> tuple[PassageFound, ...]:
    scored = candidates(query, library, encoder)
    telling = asked_terms(query, library).required > 0
    found = chosen(scored, query, wanted_terms(query, library), telling)
    passages = grouped(found, limit, library, kind_of(query))
    return tuple(passage for passage in passages if lists_enough(query.text, passage.pieces))


def grouped(
    answers: Sequence[Scored], limit: int, library: Library, kind: str = ""
) -> tuple[PassageFound, ...]:
    """Nearly as good sentences of one block go together, in reading order; where causes are
    wanted, with the sentence beside them that may tell it."""
    if not answers:
        return ()
    marks = row_marks(library)
    best = answers[0]
    good = [item for item in answers if _good(item, best)]
    firsts: list[Scored] = []
    for item in good:
        if not any(are_together(item.unit, first.unit) for first in firsts):
            firsts.append(item)
    passages = [
        _passage([i for i in good if are_together(i.unit, first.unit)], marks, kind)
        for first in firsts
    ]
    places = {(found.evidence.place.document_id, found.evidence.spans): found for found in passages}
    return tuple(places.values())[:limit]


def _good(item: Scored, best: Scored) -> bool:
    beside = are_together(item.unit, best.unit)
    least = CUE_BESIDE_BEST if item.cue and beside else NEAR_BEST
    return item.score >= least * best.score


def _passage(items: Sequence[Scored], marks: Mapping[str, RowMarks], kind: str) -> PassageFound:
    best = items[0]
    document = best.unit.document
    cued = any(item.cue for item in items)
    own = marks.get(document.path, RowMarks())
    one = kind == EXPLAIN
    if best.unit.in_list and not one and best.own < OWN_ANSWER * best.score:
        spans = whole_list(document, best.unit.block)
    else:
        near = [item.unit.span for item in items[1:] if item.cue or item.own > best.own / 2]
        whole = pieces_around(best.unit, own)[:MOST_HEADED]
        chosen = whole if best.headed and kind in TOLD else [best.unit.span, *near][:MOST_SENTENCES]
        spans = with_leaning(document, best.unit, chosen, own)
        if kind == WHY and not cued and not best.unit.in_list:
            spans = with_cause(document, best.unit, spans, own)
        if best.own < LITTLE and (kind == QUANTITY or (kind in (WHY, ACTION) and cued)):
            spans = with_named(document, best.unit, spans, own)
        if best.unit.cell is None:
            spans = (*spans, *list_behind(document, best.unit.block, spans[-1]))
    return PassageFound(
        Evidence(place_at(document, spans[0]), spans),
        tuple(document.quote(span) for span in spans),
        best.unit.in_list,
        best.score,
        best.coverage,
        cued,
    )
