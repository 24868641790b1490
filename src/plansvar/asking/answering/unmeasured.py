"""Why a value is missing, where running text of its document tells it and no note does."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.rows import quoted
from plansvar.asking.evidence import words
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.understanding.names import core_of
from plansvar.asking.understanding.roots import roots
from plansvar.domain import Indicator, Observation
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.sentences import running_sentences

LEAST_SHORT = 2  # letters of an abbreviation that stands for a whole name


def reason_told(task: Task, row: Indicator, observation: Observation) -> Fact | None:
    """The sentence that says that what the row gives was not measured, of the year that is
    missing."""
    document = task.document(row)
    phrases = words.vocabulary_list("measurement", "none")
    year = words.year_of(observation.period)
    for span in running_sentences(document):
        sentence = plain(document.text[span.start : span.end])
        folded = fold(sentence)
        if any(phrase in folded for phrase in phrases) and _is_of(row, sentence, year):
            return quoted(document, span)
    return None


def _is_of(row: Indicator, sentence: str, year: int | None) -> bool:
    """Whether a sentence speaks of the row, by all that its name says or by its short form, and of
    no other year alone."""
    told = words.years_in(sentence)
    if year is not None and told and year not in told:
        return False
    names = (row.name, *(label.text for label in row.also))
    said, pieces = set(roots(sentence)), set(split(sentence))
    return any(core_of(name) <= said or _shorts(name) & pieces for name in names)


def _shorts(name: str) -> set[str]:
    """The abbreviations in a name ("medarbetarengagemang (HME)")."""
    found = (word.strip("(),.:") for word in name.split())
    return {fold(w) for w in found if w.isupper() and w.isalpha() and len(w) > LEAST_SHORT}
