"""What stands right under a row in its own document is told of that row, and of no other: the
sentences that name it first, else the whole paragraph where it is the row's alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plansvar.asking.evidence import selecting
from plansvar.asking.goal_levels import family_at_end
from plansvar.asking.passages.accounts import HEAD, Account, Tie
from plansvar.asking.passages.causal import effects_told, tells_cause
from plansvar.asking.passages.explaining import Explained
from plansvar.asking.passages.leaning import opens_leaning
from plansvar.asking.passages.named_rows import Row, rows_named, rows_names, years_of
from plansvar.asking.passages.own_words import own_word
from plansvar.asking.passages.ranking import holds_cue
from plansvar.asking.passages.restricting import is_of_other_unit
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.rows_beside import (
    LEAST,
    has_more_rows,
    is_goal,
    position_of,
    share,
    tells_of_others,
)
from plansvar.asking.passages.terms import Term
from plansvar.asking.passages.units import is_comment, quotable
from plansvar.asking.passages.wording import asked_terms, kind_of
from plansvar.asking.passages.zones import PROSE, blocks_under
from plansvar.asking.query import Query, TargetState
from plansvar.asking.telling_roots import is_form, telling_roots
from plansvar.domain import Amount, BlockKind, Document, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold, told_stems
from plansvar.language.verbs import is_verb

WHY, STRICT_WHY, DEVIATION = "why", "strict_why", "deviation"
SURE = 0.6
MOST_SENTENCES, MOST_WHOLE = 3, 4
TELLING = 4  # letters of a word of a name that tells something
MOST_NAMES = 6  # that rows go by which are one thing; a whole list of goals goes by more
_SIGNS = ("=", "*", "..", "¹", "²", "³", "⁴")  # that notes under a table open with
_NUMBERED = re.compile(r"\d{1,2}\) ")
ALONE = 1  # paragraphs that are one row's own


@dataclass(frozen=True, slots=True)
class Named:
    """How a row is spoken of: the words of the question, and those of its own name."""

    asked: tuple[Term, ...]
    names: tuple[frozenset[str], ...]

    def in_text(self, text: str) -> bool:
        """Whether a text speaks of the row."""
        held = frozenset(told_stems(text))
        rarest = max(self.asked, key=lambda term: term.weight, default=None)
        if rarest and rarest.factor(held) > SURE:
            return True
        return self.by_name(text)

    def says_asked(self, texts: Sequence[str]) -> bool:
        """Whether texts hold any word that the question asks of."""
        held = frozenset(stem for text in texts for stem in told_stems(text))
        return any(term.factor(held) > SURE for term in self.asked)

    def is_head(self, heading: str) -> bool:
        """Whether a heading says nothing but words of a name of the row ("Bostäder")."""
        told = telling_roots(heading)
        return bool(told) and any(
            all(any(is_form(word, other) for other in name) for word in told) for name in self.names
        )

    def is_asked_in(self, text: str) -> bool:
        """Whether a text holds most of a name of the row and one of the words of the question."""
        held = frozenset(told_stems(text))
        asked = not self.asked or any(term.factor(held) > SURE for term in self.asked)
        return asked and self.by_name(text)

    def by_name(self, text: str) -> bool:
        """Whether a text holds most of a name of the row."""
        told = telling_roots(text)
        return any(share(name, told) >= LEAST for name in self.names)


def named_by(query: Query, library: Library, rows: Sequence[Row]) -> Named:
    """How the rows that a question asks of are spoken of."""
    asked = [t for t in asked_terms(query, library).items if not (t.soft or is_verb(t.word))]
    heads = (HEAD.split(name)[0] for row in rows for name in rows_names(row))
    names = (_long(telling_roots(head)) for head in heads)
    return Named(tuple(asked), tuple(dict.fromkeys(name for name in names if name)))


def _long(name: frozenset[str]) -> frozenset[str]:
    """The words of a name that tell it, without short ones ("ny") where it has others."""
    return frozenset(word for word in name if len(word) >= TELLING) or name


def own_causes(query: Query, library: Library) -> tuple[Explained, ...]:
    """What the documents say under the rows that a question asks the cause of, those that say that
    they tell one first; of the years asked for, else of the newest document."""
    if kind_of(query) != WHY or not query.links:
        return ()
    rows = rows_named(query, library)
    named = named_by(query, library, rows)
    if len(named.names) > MOST_NAMES:
        return ()
    found: list[Explained] = []
    for path in newest_first(rows, query, library):
        document = library.document(path)
        mine = [row for row in rows if row.place.document_id == path]
        told = [each for row in mine for each in _otherwise(row, document, query)]
        told = told or [each for row in mine for each in _commented(row, document, library)]
        told = told or [
            each
            for row in mine
            for each in _under(row, document, named, library)
            if not is_of_other_unit(document, each.account.told[0], query)
        ]
        found += sorted(told, key=_rank)[:1]
    if not any(each.sure for each in found):
        found += _anywhere(query, named, rows, library)
    return tuple(sorted(found, key=_rank)[:1])


def _otherwise(row: Row, document: Document, query: Query) -> Iterator[Explained]:
    """The line of a goal that says that it is met, where the question takes for granted that it
    was missed."""
    missed = query.premise is not None and query.premise.target_state is TargetState.MISSED
    if not missed or not is_goal(row, document):
        return
    position = position_of(row)
    for number, block in enumerate(document.blocks):
        own = block.span.start <= position < block.span.end
        if own and family_at_end(document.quote(block.span)) == "met":
            account = Account(document, number, (block.span,), (), Tie.LABEL)
            yield Explained(account, True, True)


def _rank(each: Explained) -> tuple[bool, bool]:
    return (not each.sure, not each.cued)


def _anywhere(
    query: Query, named: Named, rows: Sequence[Row], library: Library
) -> Iterator[Explained]:
    """The sentences that speak of the rows and tell a cause themselves, wherever they stand."""
    towns = {library.document(row.place.document_id).municipality for row in rows}
    years = years_of(query)
    for document in selecting.documents_asked(query.scope, library):
        if document.municipality not in towns or (years and document.year not in years):
            continue
        marks = row_marks(library).get(document.path, RowMarks())
        for number, block in enumerate(document.blocks):
            if block.kind not in PROSE or not holds_cue(document.quote(block.span), STRICT_WHY):
                continue
            for each in _naming(document, number, quotable(document, block, marks), named):
                first = each.account.told[0]
                other = is_of_other_unit(document, first, query)
                effects = effects_told(document.quote(first))[:1]
                about = any(named.is_asked_in(effect.text) for effect in effects)
                if each.sure and not other and about:
                    yield each


def newest_first(rows: Sequence[Row], query: Query, library: Library) -> list[str]:
    paths = dict.fromkeys(row.place.document_id for row in rows)
    years = years_of(query)
    documents = sorted(map(library.document, paths), key=selecting.newest_key)
    of_years = [d.path for d in documents if d.year in years]
    return of_years or [d.path for d in documents]


def _commented(row: Row, document: Document, library: Library) -> Iterator[Explained]:
    """The comment below a table of its own that a goal's name opens."""
    if isinstance(row, Amount):
        return
    marks = row_marks(library).get(document.path, RowMarks())
    names = tuple(fold(name) for name in rows_names(row))
    for block in document.blocks:
        own = block.kind is BlockKind.TABLE and fold(document.quote(block.span)).startswith(names)
        for number in blocks_under(document, block.span.start)[:ALONE] if own else ():
            pieces = quotable(document, document.blocks[number], marks)
            if is_comment(document, number) and pieces:
                told = tuple(pieces[:MOST_WHOLE])
                yield Explained(Account(document, number, told, (), Tie.COMMENT), True, True)


def _under(row: Row, document: Document, named: Named, library: Library) -> Iterator[Explained]:
    numbers = blocks_under(document, position_of(row))
    marks = row_marks(library).get(document.path, RowMarks())
    own = own_word(row, document, library)
    named = replace(named, names=(*named.names, frozenset({own}))) if own else named
    naming = [
        each
        for number in numbers
        for each in _naming(
            document, number, quotable(document, document.blocks[number], marks), named
        )
    ]
    yield from naming
    if naming or isinstance(row, Amount) or not numbers:
        return
    if has_more_rows(row, document, library) and len(numbers) > ALONE:
        yield from _plainly(row, document, numbers, library)
        return
    for number in numbers[:ALONE]:
        pieces = quotable(document, document.blocks[number], marks)
        if pieces and not (
            _is_note(document, pieces[0]) or tells_of_others(row, document, pieces, library)
        ):
            made = told_at(document, number, pieces[:MOST_WHOLE], sure=is_goal(row, document))
            if made.cued or is_goal(row, document):
                yield made


def _plainly(
    row: Row, document: Document, numbers: Sequence[int], library: Library
) -> Iterator[Explained]:
    """The paragraph below a table that opens with the cause of what was told before it and names no
    other row ("Den främsta förklaringen är …")."""
    marks = row_marks(library).get(document.path, RowMarks())
    for number in numbers:
        pieces = quotable(document, document.blocks[number], marks)[:MOST_WHOLE]
        opening = effects_told(document.quote(pieces[0])) if pieces else ()
        points = any(each.leans for each in opening) and not _is_note(document, pieces[0])
        if points and not tells_of_others(row, document, pieces, library):
            yield told_at(document, number, pieces, sure=False)


def _is_note(document: Document, piece: Span) -> bool:
    """Whether a text explains a sign of its table ("= ej uppgift", "1) Mäts i maj"), and no row."""
    text = document.quote(piece)
    return text.startswith(_SIGNS) or _NUMBERED.match(text) is not None


def _naming(
    document: Document, number: int, pieces: Sequence[Span], named: Named
) -> Iterator[Explained]:
    """The sentences that speak of the row, with those behind that lean on them."""
    for n, piece in enumerate(pieces):
        if not named.in_text(document.quote(piece)):
            continue
        told = [piece]
        for behind in pieces[n + 1 : n + MOST_SENTENCES]:
            if not (opens_leaning(document.quote(behind)) or _only_deviates(document, told)):
                break
            told.append(behind)
        first = pieces[n - 1 : n] if n and opens_leaning(document.quote(piece)) else []
        effect = _is_effect(document.quote(piece), "".join(map(document.quote, first)), named)
        if not effect and tells_cause(document.quote(piece)):
            continue
        comment = is_comment(document, number)
        if comment:
            told = list(pieces[n : n + MOST_SENTENCES])
        made = told_at(document, number, [*first, *told], sure=effect)
        if made.cued or comment:
            yield made


def _only_deviates(document: Document, told: Sequence[Span]) -> bool:
    """Whether sentences only tell that something deviates: why is often said in the next."""
    texts = [document.quote(span) for span in told]
    return any(holds_cue(t, DEVIATION) for t in texts) and not any(
        holds_cue(t, STRICT_WHY) for t in texts
    )


def told_at(document: Document, number: int, spans: Sequence[Span], sure: bool) -> Explained:
    texts = [document.quote(span) for span in spans]
    account = Account(document, number, tuple(spans), (), Tie.COMMENT)
    plain = any(holds_cue(text, STRICT_WHY) for text in texts)
    return Explained(account, any(holds_cue(text, WHY) for text in texts), sure and plain)


def _is_effect(text: str, before: str, named: Named) -> bool:
    """Whether a sentence tells no cause, or one of the row: "… eftersom X är färdigt" is why
    something else is so, and "Orsaken är X" why what was told before it is."""
    effects = effects_told(text)
    told = (f"{before} {each.text}" if each.leans else each.text for each in effects)
    return not effects or any(map(named.in_text, told))
