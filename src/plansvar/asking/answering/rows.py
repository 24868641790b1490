"""Sentences about one indicator row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from plansvar.asking.answering.asked_years import asked_year, read_asked
from plansvar.asking.answering.drafts import Row, Said, Task
from plansvar.asking.answering.facts import Fact, chained, counted, listed
from plansvar.asking.answering.goal_over import goal_over
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.kinds import word
from plansvar.asking.evidence import words
from plansvar.asking.evidence.namesakes import namesakes
from plansvar.asking.evidence.phrases import Form, shown_period, value_phrase, value_text
from plansvar.asking.evidence.proof import assessment_proof, row_proof, text_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.evidence.reading import Reading, in_breakdown, read, usable
from plansvar.domain import Commitment, Document, Figure, Indicator, Observation, Span, Tally
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import sentences
from plansvar.texts import text

_NAMED, LISTED = 3, 50


def name_fact(task: Task, row: Indicator, with_report: bool = False) -> Fact:
    """The printed name in quotation marks, after the report's name where that has to be said."""
    name = plain(row.name)
    document = task.document(row)
    printed = row.name_span and plain(document.text[row.name_span.start : row.name_span.end])
    figures: tuple[Figure, ...] = ()
    if row.name_span and printed and name in printed:
        figures = (Figure(name, document.path, row.name_span),)
    if row.name_span is None:
        figures = _parts_of_name(name, row, document)
    fact = Fact(f"”{name}”", figures, (row_proof(row),))
    heading = _label_asked_for(task, row) or goal_over(task, row) or _telling_heading(task, row)
    if heading:
        fact = task.say("row.under", name=fact, heading=heading)
    if not with_report:
        return fact
    return task.say(
        "row.in_report", report=report_name(task, document, row.place.organisation), name=fact
    )


def _parts_of_name(name: str, row: Indicator, document: Document) -> tuple[Figure, ...]:
    """The printed parts of a name that is made of a heading and a label, in their order in it."""
    spans = dict.fromkeys(row_proof(row).spans)
    said = {plain(document.text[s.start : s.end]): s for s in spans}
    parts = [(name.find(part), part, span) for part, span in said.items() if part in name]
    held = [each for each in sorted(parts, key=lambda p: p[0]) if find_numbers(each[1])]
    return tuple(Figure(part, document.path, span) for _, part, span in held)


def _label_asked_for(task: Task, row: Indicator) -> Fact | None:
    """The other label of a row that the question names, itself or by its kind, or that tells which
    of several parts it is of."""
    linked = {fold(link.name) for link in task.query.links}
    kinds = set(task.query.conditions.kinds) - {row.kind}
    parts = task.query.of_parts or _is_one_of_parts(task, row)
    for label in row.also:
        called = label.kind and any(fold(kind).endswith(fold(label.kind)) for kind in kinds)
        if fold(label.text) in linked or called or parts:
            shown = plain(label.text)
            figure = Figure(shown, row.place.document_id, label.span)
            return Fact(shown, (figure,), (row_proof(row),))
    return None


def _is_one_of_parts(task: Task, row: Indicator) -> bool:
    """Whether other rows of the same table have the row's name and another label beside it."""
    if not row.also or row.table is None:
        return False
    alike = namesakes(task.library.indicators()).get((row.place.document_id, fold(row.name)), ())
    beside = [other for other in alike if other.table == row.table and other.also]
    return len({fold(other.also[0].text) for other in beside}) > 1


def _telling_heading(task: Task, row: Indicator) -> str:
    """The heading above the row or who answers for it, where other rows of the document have the
    same name."""
    alike = namesakes(task.library.indicators()).get((row.place.document_id, fold(row.name)), ())
    if len(alike) < 2:
        return ""
    headings = {other.place.section[-1:] for other in alike}
    if len(headings) > 1 and row.place.section:
        told = plain(row.place.section[-1])
    else:
        told = ", ".join(row.responsible)
    return "" if find_numbers(told) else told


def some_names(task: Task, rows: Sequence[Indicator]) -> Fact:
    """The names of at most three rows, and how many there are besides."""
    shown, rest = rows[:_NAMED], rows[_NAMED:]
    if not rest:
        return listed([name_fact(task, row) for row in rows], task.language)
    names = task.say("joint.many", names=_joined(task, shown), number=str(len(rest)))
    tally = Tally(text("answers.tally.besides", task.language), tuple(row.id for row in rest))
    rule = text("answers.rule.rows", task.language)
    return names.reckoned(counted(rule, len(rest), tally, rows=[row.id for row in rest]))


def capped(task: Task, said: Sequence[Said], rows: Sequence[Row]) -> list[Said]:
    """At most fifty rows in the text, and how many there are; all stand in the answer's rows.

    `said` holds the sentences of at least the first fifty rows."""
    if len(rows) <= LISTED:
        return list(said)
    ids = tuple(row.id for row in rows)
    tallies = (
        Tally(text("answers.tally.rows", task.language), ids),
        Tally(text("answers.tally.shown", task.language), ids[:LISTED]),
    )
    rule = text("answers.rule.rows", task.language)
    fact = task.say("listed_first", shown=str(LISTED), number=str(len(rows)))
    fact = fact.reckoned(counted(rule, len(rows), *tallies, rows=ids))
    return [*said[:LISTED], Said(fact.proved_by(*said[0].fact.evidence))]


def _joined(task: Task, rows: Sequence[Indicator]) -> Fact:
    pieces = [name_fact(task, row) for row in rows]
    comma = Fact(text("answers.joint.next", task.language))
    return chained(x for n, piece in enumerate(pieces) for x in ((comma, piece) if n else (piece,)))


def value_fact(task: Task, row: Indicator, observation: Observation) -> Fact:
    """One value in words, with the cell that prints it."""
    document = task.document(row)
    phrase = value_phrase(document, observation, form_of(document, row, observation), task.language)
    figure = figure_of(document, row, observation, phrase)
    return Fact(phrase, (figure,), (row_proof(row, (observation,)),))


def figure_of(
    document: Document, row: Indicator, observation: Observation, claim: str | None = None
) -> Figure:
    return Figure(
        text=plain(observation.raw),
        document_id=document.path,
        span=observation.cell,
        row=row.id,
        measure=observation.measure,
        period=observation.period,
        breakdown=observation.breakdown,
        unit=observation.unit,
        claim=claim,
    )


def form_of(document: Document, row: Indicator, observation: Observation) -> Form:
    """ "hittills" for what adds up over a year that the report covers a part of."""
    year = words.year_of(observation.period)
    running = year is None or document.year is None or year >= document.year
    if words.is_interim(document) and words.is_outcome(observation) and running:
        return Form.SO_FAR if words.adds_up(row) and observation.value else Form.PLAIN
    return Form.PLAIN


def values_fact(task: Task, row: Indicator, observations: Sequence[Observation]) -> Fact:
    return listed([value_fact(task, row, o) for o in observations], task.language)


def row_said(task: Task, row: Indicator, with_report: bool = False) -> Said:
    """Name, outcome, target and the outcome before, as a sentence and as a table row."""
    reading = read_asked(task, row)
    if reading.outcome is None:
        reading = read(row)
    observations = tellable(task, row, reading)
    name = name_fact(task, row, with_report)
    if not observations:
        return Said(without_values(task, row, name), (plain(row.name), "", "", ""), "rows")
    values = values_fact(task, row, observations)
    return Said(
        task.say("row.values", name=name, values=values),
        (_label(name), *_cells(task, row, reading, observations)),
        "rows",
    )


def without_values(task: Task, row: Indicator, name: Fact) -> Fact:
    """What a row without values is judged as, else that it has none."""
    judged = row.assessment
    if judged is None or judged.value is None:
        return task.say("row.no_values", name=name)
    meaning = plain(judged.meaning or "") if judged.legend else ""
    told = bool(meaning) and not find_numbers(meaning)
    fact = task.say(
        "goals.meant" if told else "goals.judged",
        name=name,
        assessment=word(task, "assessment_named", judged.value),
        meaning=f"”{meaning}”",
    )
    return fact.proved_by(*assessment_proof(task.document(row), row, judged))


def tellable(task: Task, row: Indicator, reading: Reading) -> tuple[Observation, ...]:
    """What is worth telling of a row: outcome, target, and the outcome before where its heading
    tells it apart; without an outcome whatever else the row prints."""
    if reading.outcome is None:
        return tuple(o for o in in_breakdown(row, None) if not words.links_rows(o))
    ahead = _forecast_after(row, reading.outcome) if asked_year(task) is None else None
    found = [o for o in (reading.outcome, ahead, reading.target) if o]
    document = task.document(row)
    before = reading.previous
    if before is None or not usable(before):
        return tuple(found)
    if shown_period(document, before) != shown_period(document, reading.outcome):
        found.append(before)
    return tuple(found)


def _forecast_after(row: Indicator, outcome: Observation) -> Observation | None:
    """The forecast of a year after that of the latest outcome: what is known of it by now."""
    forecasts = words.vocabulary_list("measures", "forecast")
    known = [o for o in in_breakdown(row, None) if fold(o.measure) in forecasts and usable(o)]
    newest = max(known, key=lambda o: words.year_of(o.period) or 0, default=None)
    after = newest is not None and (words.year_of(newest.period) or 0)
    return newest if after and after > (words.year_of(outcome.period) or after) else None


def comment_sentence(task: Task, row: Indicator, wanted: Iterable[str]) -> Fact | None:
    """The sentence of the row's comment that holds one of the wanted phrases, quoted."""
    phrases = tuple(wanted)
    document = task.document(row)
    for span in sentences(document.text, row.comment_span) if row.comment_span else ():
        sentence = plain(document.text[span.start : span.end])
        if any(phrase in fold(sentence) for phrase in phrases):
            return quoted(document, span)
    return None


def quoted(document: Document, span: Span) -> Fact:
    """A passage in quotation marks, whole, with its place."""
    shown = plain(document.text[span.start : span.end])
    return Fact(f"”{shown}”", (Figure(shown, document.path, span),), (text_proof(document, span),))


def due(document: Document, row: Commitment) -> Fact:
    """When an undertaking is to be done, in quotation marks: as its cell says, or as the headings
    over its marks do."""
    told = [quoted(document, span) for span in row.deadline_spans]
    figures = tuple(figure for fact in told for figure in fact.figures)
    printed = " ".join(document.quote(span) for span in row.deadline_spans)
    said = row.deadline or ""
    # months that the headings give by their first letters are told, and not quoted
    verbatim = all(word in printed for word in re.findall(r"\w+", said))
    return Fact(
        f"”{said}”" if verbatim else said, figures, told[0].evidence if told else ()
    ).proved_by(*(evidence for fact in told[1:] for evidence in fact.evidence))


def old_measurement(task: Task, row: Indicator) -> Fact | None:
    """The sentence that says that the outcome is an old one, where it is last year's again."""
    reading = read(row)
    if reading.outcome is None or reading.previous is None:
        return None
    if reading.outcome.value is None or reading.outcome.value != reading.previous.value:
        return None
    return comment_sentence(task, row, words.vocabulary_list("measurement", "old"))


def _label(name: Fact) -> str:
    """A row's name without quotation marks, for a table."""
    return name.text.replace("”", "")


def _cells(
    task: Task, row: Indicator, reading: Reading, observations: Sequence[Observation]
) -> tuple[str, ...]:
    if reading.outcome is None:
        joined = ", ".join(
            value_phrase(task.document(row), o, language=task.language) for o in observations
        )
        return (joined, "", "")
    shown = [reading.outcome, reading.target, reading.previous]
    return tuple(_cell(task, row, o) if o in observations and o else "" for o in shown)


def _cell(task: Task, row: Indicator, observation: Observation) -> str:
    period = shown_period(task.document(row), observation)
    value = value_text(observation)
    if form_of(task.document(row), row, observation) is Form.SO_FAR:
        value = text("answers.table.so_far", task.language, value=value)
    if fold(observation.measure) in words.vocabulary_list("measures", "forecast"):
        value = text("answers.table.expected", task.language, value=value)
    return f"{value} ({period})" if period else value
