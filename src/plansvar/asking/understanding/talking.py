"""What was spoken of right before a question: where running text may tell what no row does."""

from __future__ import annotations

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Talk
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.merging import topic_of
from plansvar.asking.understanding.pointing import points_back
from plansvar.asking.understanding.reading import Reading, read

FEW = 5  # so many rows shown may be what was spoken of


def talk_before(said: str, conversation: Conversation, catalogue: Catalogue) -> Talk | None:
    """The names of the rows shown last and the words of the question before; null at the beginning
    of a talk."""
    last = conversation.last
    if last is None:
        return None
    shown = dict.fromkeys(
        catalogue.by_row[row].text for row in conversation.rows if row in catalogue.by_row
    )
    names = tuple(shown) if len(shown) <= FEW else ()
    linked = tuple(link.name for link in last.links) if len(last.links) <= FEW else ()
    topic = topic_of(last.base or last.text, catalogue, last.language)
    about = dict.fromkeys((*names, *linked, *filter(None, (topic,))))
    reading = read(said, 0, catalogue, last.scope, last.language)
    pointing = points_back(reading, catalogue) or _points(reading)
    return Talk(said, tuple(about), conversation.cited, pointing)


def _points(reading: Reading) -> bool:
    """ "hur många kom dit?" """
    return any(token.key in grammar()["pointing_places"] for token in reading.tokens)
