"""Why, how, when, who, what: sentences of the documents, quoted with the heading above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.answering.balances import answer_balance
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.measured import asks_what_is_done
from plansvar.asking.answering.own_comments import is_risk, measures_of_risks
from plansvar.asking.answering.rows import name_fact, quoted
from plansvar.asking.answering.table_figures import printed
from plansvar.asking.answering.told_figures import with_figures
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.quotes import plain, quoted_spans
from plansvar.asking.passages import (
    PassageFound,
    find_beside,
    find_instead,
    find_next,
    find_passages,
    is_beside,
    no_causes_of_others,
)
from plansvar.asking.passages.bare_remarks import tells_no_cause
from plansvar.asking.passages.cell_texts import CellText, cell_text_at
from plansvar.asking.passages.choosing import LEAST_COVERAGE
from plansvar.asking.passages.decided import find_decided, with_decisions
from plansvar.asking.passages.measures import find_measures, is_of_matter
from plansvar.asking.passages.nearest import find_nearest
from plansvar.asking.passages.persons import posts_asked
from plansvar.asking.passages.ranking import SURE, holds_cue
from plansvar.asking.passages.restricting import tells_colour, tells_most, tells_of_measuring
from plansvar.asking.passages.told_about import find_told_about
from plansvar.asking.passages.wondered import tells_contrary
from plansvar.asking.passages.wording import (
    ACTION,
    asked_terms,
    asking_words,
    kind_of,
    where_words,
)
from plansvar.asking.query import Operation, Subject
from plansvar.asking.telling_roots import root
from plansvar.asking.views import view_words
from plansvar.domain import AnswerKind, Document, Evidence, Figure, Indicator, Span
from plansvar.language.folding import stems
from plansvar.language.folding import words as split
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import sentences
from plansvar.language.verbs import is_verb

MOST, LONG = 3, 5  # sentences; letters of the end of a name
EXACT = ("quantity", "who", "name", "company")  # what is told of one thing is not of another


def answer_passages(task: Task) -> Draft:
    """The passages that answer, first of the document of the talk; none when the documents do not
    speak of it."""
    beside = quoted_of(task, find_next(task.query, task.library))
    if beside.said:
        return beside
    exact = find_decided(task.query, task.library) or find_measures(task.query, task.library)
    if exact:
        return quoted_of(task, exact)
    of_unit = _asks_of_unit(task)  # told by its money first
    why = task.query.operation is Operation.WHY
    told = [] if of_unit or why else find_told_about(task.query, task.library)
    about = with_decisions(told, task.library)
    if about:
        return with_figures(task, quoted_of(task, about), about)
    near = task.query.near
    if near and near in {document.path for document in task.library.documents()}:
        scope = replace(task.query.scope, documents=(near,), document_kinds=())
        made = _answered(replace(task, query=replace(task.query, scope=scope, near="")))
        if made.said:
            return made
    return _answered(task)


def _colours_said(task: Task) -> tuple[str, ...]:
    """The colours that the question itself asks for, not those that were only spoken of before."""
    asked, talk = task.query.conditions.assessments, task.query.talk
    spoken = task.query.follow_up and talk is not None and not tells_colour(asked, (talk.said,))
    return () if spoken else asked


def _answered(task: Task) -> Draft:
    found = [
        passage
        for passage in find_passages(task.query, task.library, task.encoder, MOST)
        if is_of_matter(passage, task.query, task.library)
    ]
    told = [p for p in found if _speaks_of_all(task, p) and _is_of_talk(task, p)]
    if task.query.premise is not None and task.query.premise.without_value:
        told = [passage for passage in told if tells_of_measuring(passage.pieces)]
    elif _is_cause(task):  # why a thing is not measured is no cause of how it is
        told = [p for p in told if not (_cell_of(task, p) and tells_of_measuring(p.pieces))]
    if _is_cause(task):
        measures = measures_of_risks(task.library)
        told = [p for p in told if not any(_is_within(p, *place) for place in measures)]
    asked = _colours_said(task)
    told = [passage for passage in told if tells_colour(asked, passage.pieces)]
    if _asks_which_most(task):
        told = [passage for passage in told if tells_most(passage.pieces)]
    rows = _commented(task)
    if rows and _is_cause(task):
        told = [p for p in told if not tells_contrary(task.query, " ".join(p.pieces))]
        told = [p for p in told if not _is_of_other_row(task, p, rows)]
        told = told if any(passage.cued for passage in told) else []
    facts = [fact for passage in told for fact in passage_facts(task, passage)]
    rows = () if facts else rows
    facts += [comment for row in rows for comment in _comment(task, row)]
    money = answer_balance(task) if _asks_of_unit(task) else Draft(AnswerKind.PASSAGE, ())
    kind = AnswerKind.AMOUNT if money.said else AnswerKind.PASSAGE
    return Draft(
        kind, (*money.said, *map(Said, facts)), (*money.rows, *rows) if facts else money.rows
    )


def _is_within(passage: PassageFound, document: str, place: Span) -> bool:
    evidence = passage.evidence
    own = evidence.place.document_id == document
    return own and all(place.holds(span) for span in evidence.spans)


def _is_of_other_row(task: Task, passage: PassageFound, rows: Sequence[Indicator]) -> bool:
    """Whether a passage is the comment of another row than those that are asked about."""
    cell, path = _cell_of(task, passage), passage.evidence.place.document_id
    spans = [r.name_span for r in rows if r.name_span and r.place.document_id == path]
    label = cell.label if cell and spans else None
    return label is not None and not any(label.overlaps(span) for span in spans)


def _asks_which_most(task: Task) -> bool:
    """ "vilken skola har flest elever?" where no row tells: a passage has to say which."""
    query = task.query
    single = query.order is not None and query.order.limit == 1
    return single and query.subject is Subject.PASSAGES and not query.links


def answer_beside(task: Task) -> Draft:
    """What running text tells right beside what was spoken of before."""
    found = find_beside(task.query, task.library)
    return quoted_of(task, no_causes_of_others(found, task.query))


def answer_instead(task: Task) -> Draft:
    """What running text tells of what was spoken of, instead of the same answer again."""
    return quoted_of(task, find_instead(task.query, task.library))


def answer_nearest(task: Task) -> Draft:
    """The sentence that is nearest in meaning, where it stands out, is of the kind asked for and
    of what a pronoun of the question points back at."""
    nearest = find_nearest(task.query, task.library, task.encoder)
    found = no_causes_of_others(nearest, task.query)
    numbered = any(map(_is_numbered, task.query.not_understood))
    of_it = [p for p in found if _is_of_talk(task, p) and (not numbered or _speaks_of_all(task, p))]
    return quoted_of(task, of_it)


def quoted_of(task: Task, found: Sequence[PassageFound]) -> Draft:
    facts = [fact for passage in found for fact in passage_facts(task, passage)]
    return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts)))


def _asks_of_unit(task: Task) -> bool:
    """Whether a question asks how it is for a unit and nothing more."""
    query = task.query
    asked = query.operation in (Operation.WHAT, Operation.HOW) and (
        query.scope.organisations or query.conditions.responsible
    )
    return bool(asked) and not (query.links or query.keywords or query.not_understood)


def _is_of_talk(task: Task, passage: PassageFound) -> bool:
    """Whether a passage is of what a pronoun of the question points back at."""
    talk = task.query.talk
    if talk is None or not talk.pointing or task.query.subject is not Subject.PASSAGES:
        return True
    return not talk.cited or is_beside(passage, talk, task.library)


def _speaks_of_all(task: Task, passage: PassageFound) -> bool:
    """Whether the passage holds each word that could not be linked to anything, or one that means
    the same."""
    if posts_asked(task.query):
        return True
    held = " ".join(root(word) for piece in passage.pieces for word in split(piece))
    meant = asked_terms(task.query, task.library).match(
        {stem for piece in passage.pieces for stem in stems(piece)}
    )
    free = asking_words(task.query) | where_words(task.query) | view_words(task.query.text)
    told = passage.coverage >= LEAST_COVERAGE and kind_of(task.query) not in EXACT
    told = told and (passage.cued or not _is_cause(task))
    return all(
        f" {' '.join(root(w) for w in split(one))} " in f" {held} "
        or (
            not _is_numbered(one)
            and all(meant.get(w, 0.0) > SURE or (told and is_verb(w)) for w in split(one))
        )
        or (_is_cause(task) and _ends_with(one, passage))
        for one in task.query.not_understood
        if one not in free
    )


def _ends_with(said: str, passage: PassageFound) -> bool:
    """Whether a passage that tells a cause calls a thing by a longer name ("Havsbadet" for
    "badet")."""
    told = (word for piece in passage.pieces for word in split(piece))
    return passage.cued and len(said) >= LONG and any(word.endswith(said) for word in told)


def _is_numbered(said: str) -> bool:
    """ "mål 9": said only by a text that has the number right behind the word."""
    return any(word.isdigit() for word in split(said)[1:])


def _commented(task: Task) -> tuple[Indicator, ...]:
    """The rows that a why or how is about, where the document comments on them."""
    query = task.query
    asks = query.operation in (Operation.WHY, Operation.HOW) and not query.not_understood
    if not asks or not query.links:
        return ()
    rows = [row for row in selecting.indicators(query, task.library) if row.comment_span]
    if _is_cause(task):
        rows = [row for row in rows if not is_risk(row)]
    of_years = [row for row in rows if task.document(row).year in query.scope.years]
    return tuple(of_years or rows)


def _is_cause(task: Task) -> bool:
    return task.query.operation is Operation.WHY


def _comment(task: Task, row: Indicator) -> list[Fact]:
    document = task.document(row)
    told = sentences(document.text, row.comment_span)[:MOST]
    if _is_cause(task):
        told = tuple(span for span in told if not tells_no_cause(document.quote(span), task.query))
    if asks_what_is_done(task):
        told = tuple(span for span in told if holds_cue(document.quote(span), ACTION))
    quotes = [quoted(document, span) for span in told]
    return [task.say("passage.on_row", name=name_fact(task, row), quote=q) for q in quotes]


def passage_facts(task: Task, passage: PassageFound) -> list[Fact]:
    """One sentence for each passage; a list gets one for each item."""
    document = task.library.document(passage.evidence.place.document_id)
    quote = quote_of(document, passage.evidence, passage.is_list)
    cell = _cell_of(task, passage)
    if cell is not None and cell.label is not None:
        spans = tuple(sorted({cell.label, *passage.evidence.spans}))
        proof = replace(passage.evidence, spans=spans, row=cell.label)
        name = task.say("grid.label", label=printed(document, cell.label))
        quote = replace(quote, evidence=(proof,))
        return [task.say("passage.on_row", name=name, quote=quote)]
    heading = _heading(document, passage)
    if heading:
        return [task.say("passage.under", heading=heading, quote=quote)]
    return [task.say("passage.plain", quote=quote)]


def _cell_of(task: Task, passage: PassageFound) -> CellText | None:
    """The cell of a table that a passage stands in."""
    document = task.library.document(passage.evidence.place.document_id)
    return cell_text_at(task.library, document, passage.evidence.spans[0])


def quote_of(document: Document, evidence: Evidence, is_list: bool = False) -> Fact:
    """Sentences that stand together, or the items of a list, in quotation marks."""
    spans = quoted_spans(document, evidence.spans)
    texts = [plain(document.text[s.start : s.end]) for s in spans]
    figures = tuple(
        Figure(shown, document.path, span)
        for shown, span in zip(texts, spans, strict=True)
        if shown
    )
    shown = _listed(texts) if is_list else " ".join(filter(None, texts))
    return Fact(f"”{shown}”", figures, (evidence,))


def _listed(texts: Sequence[str]) -> str:
    """The items of a list, one on each line; one that has a number of its own needs no sign."""
    first, *others = filter(None, texts)
    return first + "".join(f"\n{text}" if text[:1].isdigit() else f"\n- {text}" for text in others)


def _heading(document: Document, passage: PassageFound) -> Fact | None:
    """The nearest heading, when it bears no figure that would need proof of its own."""
    first = passage.evidence.spans[0] if passage.evidence.spans else None
    section = document.section_at(first.start) if first else None
    if section is None:
        return None
    shown = plain(document.text[section.heading.start : section.heading.end]).strip("*# ")
    return Fact(shown) if shown and not find_numbers(shown) else None
