"""How new or how sure the figures are that were shown ("går siffrorna att lita på?")."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Conditions, Operation, Query
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import FILLER, FUNCTION, grammar
from plansvar.asking.understanding.parsing import Parsed
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.shown import with_shown
from plansvar.language.folding import fold


def of_figures(parsed: Parsed, conversation: Conversation, catalogue: Catalogue) -> Query | None:
    """The question for the figures of the rows of the talk; null where it asks something else."""
    last, asked = conversation.last, _asked(parsed.reading)
    if last is None or not asked:
        return None
    query = replace(
        last,
        text=parsed.query.text,
        operation=Operation.VALUE,
        scope=replace(last.scope, years=(), periods=()),
        conditions=Conditions(),
        premise=None,
        order=None,
        parts=(),
        measures=(),
        not_understood=(),
        follow_up=True,
        language=parsed.query.language,
        of_figures=asked,
    )
    return with_shown(query, conversation, catalogue)


def _asked(reading: Reading) -> str:
    """What is asked of the figures of the talk ("trust", "fresh"); empty where something else is
    named too."""
    keys = [token.key for token in reading.tokens]
    for sort, phrases in grammar()["of_figures"].items():
        for phrase in phrases:
            said = fold(phrase).split()
            places = [n for n in range(len(keys)) if keys[n : n + len(said)] == said]
            if places and _says_no_more(reading, range(places[0], places[0] + len(said))):
                return str(sort)
    return ""


def _says_no_more(reading: Reading, told: range) -> bool:
    empty = (FUNCTION, FILLER, "follow", "negation", "operation")
    small = {i for m in reading.matches if m.category in empty for i in range(m.start, m.end)}
    nouns = grammar()["figure_nouns"]
    rest = (i for i, token in enumerate(reading.tokens) if i not in told and token.key not in nouns)
    return all(i in small for i in rest)
