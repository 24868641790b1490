"""A follow-up that got no answer, made whole: with what was spoken of named in its own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from plansvar.asking.conversation import Conversation
from plansvar.asking.passages.wording import terms_said
from plansvar.asking.query import Operation, Query, Scope
from plansvar.asking.telling_roots import is_form, root, telling_roots
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.merging import telling, topic_of, units_among
from plansvar.asking.understanding.reading import Reading, read
from plansvar.asking.understanding.tokens import Token, clean
from plansvar.domain import Answer
from plansvar.index.library import Library
from plansvar.language.folding import words

# Which operations a number answers that the documents need not print.
OF_NUMBERS = (
    Operation.VALUE, Operation.COUNT, Operation.SHARE, Operation.DIFFERENCE, Operation.COMPARE,
    Operation.TREND,
)  # fmt: skip
# What rows print of themselves: asked again by the name of a row it is told or declined, never of
# something beside it.
_OF_ROWS = (
    Operation.VALUE, Operation.TARGET, Operation.STATUS, Operation.RESPONSIBLE, Operation.WHEN,
    Operation.PAGE,
)  # fmt: skip
_OF_MOVES = (Operation.DIFFERENCE, Operation.TREND, Operation.WHY)
FEW = 2  # names that are what a talk is about
MOST = 4  # words of what was spoken of, of which one may give way to a new one


@dataclass(frozen=True, slots=True)
class Completed:
    """A whole question: what was `said`, with `topic` behind it, and the years of the talk."""

    said: str
    topic: str
    years: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(filter(None, (self.said, self.topic, *map(str, self.years))))


def completed(said: str, conversation: Conversation, catalogue: Catalogue) -> Iterator[Completed]:
    """The question with what the talk is about behind it: by name, in the words of the question
    before, and without the one of them that a new word takes the place of."""
    last = conversation.last
    reading = read_anew(said, last.language, catalogue) if last else None
    if last is None or reading is None or not new_words(reading, catalogue):
        return
    own = without_pointers(reading)
    for topic in dict.fromkeys(filter(None, _topics(last, catalogue))):
        yield Completed(own, topic)


def named(said: str, conversation: Conversation, catalogue: Catalogue) -> Iterator[Completed]:
    """The question with the one thing that the talk is about behind it, by its own name or in the
    words of the question before, in the years of the talk."""
    last = conversation.last
    if last is None:
        return
    reading = read(clean(said), 0, catalogue, last.scope, last.language)
    dated = reading.found.scope.years or reading.found.against or reading.has("relative_year")
    years = () if dated and not reading.found.against else last.scope.years
    shown = [catalogue.by_row[row].text for row in conversation.rows if row in catalogue.by_row]
    linked = tuple(link.name for link in last.links)
    alone = (names[0] for names in (tuple(dict.fromkeys(shown)), linked) if len(names) == 1)
    said = topic_of(last.base or last.text, catalogue, last.language)
    for topic in dict.fromkeys(filter(None, (*alone, said))):
        yield Completed(without_pointers(reading), topic, years)


def points_at(said: str, conversation: Conversation, catalogue: Catalogue) -> bool:
    """Whether a question ends in what it is about, said by a pronoun ("vad gör skolan åt det?",
    "hur stor del av nämndernas underskott är det?")."""
    last = conversation.last
    tokens = read_anew(said, last.language, catalogue).tokens if last else ()
    ends = len(tokens) > 1 and tokens[-1].key in grammar()["it"]
    of = (*grammar()["prepositions"], *grammar()["doing_about"], *grammar()["be"])
    return (ends and tokens[-2].key in of) or _only_compares(tokens)


def _only_compares(tokens: Sequence[Token]) -> bool:
    """ "är det dyrare än tänkt?": a pronoun and how it is held against something, no more."""
    words = grammar()["only_compares"]
    said = [token.key for token in tokens]
    opens = said[:1] != [] and said[0] in words["verbs"] and set(said[1:2]) <= set(grammar()["it"])
    told = set(said[2:])
    return opens and not told.isdisjoint(words["ways"]) and told <= {*words["ways"], *words["to"]}


def asks_of_row(said: str, query: Query, catalogue: Catalogue) -> bool:
    """Whether a question says nothing of its own but what of a row is asked for ("vem ansvarar?"),
    which the row may print elsewhere than where the talk is."""
    if query.operation not in _OF_ROWS or query.not_understood:
        return False
    reading = read_anew(said, query.language, catalogue)
    return not (new_words(reading, catalogue) or reading.has("spending"))


def of_shared(said: str, talk: Conversation, catalogue: Catalogue) -> Iterator[Completed]:
    """The question with the words behind it that the last two questions have in common ("vad
    kostade den?" after how many came to the pool and when it opened: the pool), or with fewer
    words of the last, where it points back and brings no word of its own."""
    earlier = talk.earlier.last if talk.earlier else None
    reading = read_anew(said, talk.last.language, catalogue) if talk.last else None
    if talk.last is None or reading is None or new_words(reading, catalogue):
        return
    if not any(token.key in grammar()["it"] for token in reading.tokens):
        return
    asked = (talk.last, *filter(None, (earlier,)))
    now, *before = (topic_of(q.base or q.text, catalogue, q.language).split() for q in asked)
    held = [root(word) for words_before in before for word in words_before]
    shared = " ".join(word for word in now if _is_told(root(word), held))
    own = without_pointers(reading)
    fewer = [
        " ".join(c) for size in (2, 1) if size < len(now) < MOST for c in combinations(now, size)
    ]
    for topic in dict.fromkeys((shared, *fewer)):
        if topic and topic != " ".join(now):
            yield Completed(own, topic)


def leads_back(said: str, query: Query, catalogue: Catalogue) -> bool:
    """Whether a follow-up says no more than what of a thing is asked for, or of which year, so that
    it is of whatever was spoken of."""
    if (
        not query.follow_up
        or query.not_understood
        or query.operation not in (*_OF_ROWS, *_OF_MOVES)
    ):
        return False
    reading = read_anew(said, query.language, catalogue)
    more = any(reading.has(each) for each in ("spending", "money", "subject", "breakdown"))
    named = telling(reading, catalogue)
    units = units_among(named, reading)  # another board may stand in the place of the one before
    own = [content for content in named if units.isdisjoint(content.tokens)]
    return not (more or query.conditions.thresholds or own)


def is_swap(said: str, query: Query, last: Query | None, catalogue: Catalogue) -> bool:
    """Whether a follow-up says nothing but another unit, place, report or year ("nej, för
    socialnämnden"), so that it is the question before with that in it."""
    if last is None or not query.follow_up or query.base in ("", last.base or last.text):
        return False
    reading = read_anew(said, query.language, catalogue)
    asks = any(reading.has(each) for each in ("measure", "money", "breakdown", "spending"))
    asks = asks or (reading.has("operation") and query.operation is not last.operation)
    asks = asks or query.premise is not None  # "är det klart nu?" asks whether something is so
    said_anew = [c for c in telling(reading, catalogue) if reading.found.used.isdisjoint(c.tokens)]
    return bool(reading.found.used) and not (asks or said_anew)


def asks_number(said: str, query: Query, catalogue: Catalogue) -> bool:
    """Whether a follow-up asks how much something is, and not only for another year or measure."""
    asking = read_anew(said, query.language, catalogue).places("operation")
    return query.follow_up and bool(asking) and query.operation in OF_NUMBERS


def of_the_same(query: Query, last: Query | None, shown: Iterable[str] = ()) -> bool:
    """Whether a question is about rows that the one before it was about, or that were `shown`."""
    asked = {row for link in query.links for row in link.rows}
    spoken = {row for link in last.links for row in link.rows} if last else set()
    return not asked.isdisjoint({*spoken, *shown})


def tells(found: Answer, whole: Completed, query: Query, catalogue: Catalogue) -> bool:
    """Whether an answer says each new word of a question, so that none was passed over, and is of
    what was spoken of: the words of that alone would bring any answer about it."""
    new = new_words(read_anew(whole.said, query.language, catalogue), catalogue)
    told, spoken = _roots_told(found), telling_roots(whole.topic)
    return says(found, new) and any(_is_told(each, told) for each in spoken)


def says(found: Answer, new: Iterable[str]) -> bool:
    """Whether an answer, or what it cites, says each of these words."""
    told = _roots_told(found)
    return all(_is_told(each, told) for each in new)


def _roots_told(found: Answer) -> frozenset[str]:
    quotes = " ".join(source.quote for source in found.citations)
    return frozenset(root(word) for word in words(f"{found.text} {quotes}"))


def _is_told(one: str, told: Iterable[str]) -> bool:
    return any(is_form(one, each) for each in told)


def read_anew(said: str, language: str, catalogue: Catalogue) -> Reading:
    return read(clean(said), 0, catalogue, Scope(), language)


def new_words(reading: Reading, catalogue: Catalogue) -> frozenset[str]:
    """The roots of the words that carry content of their own."""
    said = [content.words.text for content in telling(reading, catalogue)]
    said += reading.found.no_document
    return frozenset(one for each in said for one in telling_roots(each))


def asked_words(said: str, library: Library, language: str) -> frozenset[str]:
    """The roots of the words that a sentence has to say."""
    terms = terms_said(said, library, language)
    return frozenset(root(term.word) for term in terms.items if not term.soft)


def without_pointers(reading: Reading) -> str:
    """The words without those that stand for what was spoken of, and with the year that "the year
    before" is in the talk."""
    pointers = {*grammar()["pronouns"], *grammar()["it"], *grammar()["pointing_places"]}
    meant = (*reading.found.scope.years, *reading.found.against)
    places = [range(m.start, m.end) for m in reading.places("relative_year")]
    if len(meant) != 1 or len(places) != 1:
        places = []
    words = []
    for index, token in enumerate(reading.tokens):
        if any(index in place for place in places):
            words += [str(meant[0])] if index == places[0].start else []
        elif token.key not in pointers:
            words.append(token.text)
    return " ".join(words)


def _topics(last: Query, catalogue: Catalogue) -> Iterator[str]:
    names = [link.name for link in last.links]
    topics = [" ".join(names)] if len(names) <= FEW else []
    topics.append(topic_of(last.base or last.text, catalogue, last.language))
    yield from topics
    for topic in topics:
        yield from _with_one_less(topic.split())


def _with_one_less(topic: Sequence[str]) -> Iterator[str]:
    if 1 < len(topic) <= MOST:
        for kept in combinations(topic, len(topic) - 1):
            yield " ".join(kept)
