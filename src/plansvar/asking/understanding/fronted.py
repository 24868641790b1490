"""A topic named before its question ("simhallen då, när öppnar den igen?"), put into it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plansvar.asking.query import Scope
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.merging import telling
from plansvar.asking.understanding.reading import Reading, read
from plansvar.asking.understanding.tokens import Token, tokenise
from plansvar.language.verbs import is_verb
from plansvar.language.vocabulary import vocabulary

# A comma inside a name or a number ends no topic.
BREAK = re.compile(r"\s*(?:,|:|\.|\?|\s[\u2013-])\s+")


def with_topic_inside(text: str, catalogue: Catalogue, language: str) -> str:
    """The question with the topic in the place of the pronoun that stands for it, or behind it
    where it says nothing else of its matter; the text itself where no topic stands before it."""
    for stop in BREAK.finditer(text):
        front, asked = text[: stop.start()], text[stop.end() :]
        tokens = tokenise(asked)
        if not tokens or not _asks(tokens):
            continue
        joins, topic = _topic(front, catalogue, language)
        if not topic:
            return text
        placed = _placed(topic, asked, catalogue, language)
        return f"{joins}{placed}" if placed else text
    return text


def _asks(tokens: Sequence[Token]) -> bool:
    """ "när …", "ligger den …" """
    turned = len(tokens) > 1 and is_verb(tokens[0].key) and tokens[1].key in grammar()["it"]
    return turned or tokens[0].key in (*grammar()["starts"], *grammar()["yes_no"])


def _topic(front: str, catalogue: Catalogue, language: str) -> tuple[str, str]:
    """The words that join the question to what was said, and the topic; empty where the words
    before the question are a sentence, name a row by its place or name nothing."""
    rules = vocabulary("talks")["topic"]
    tokens = list(tokenise(front))
    while tokens and tokens[0].key in (*grammar()["opening_words"], *grammar()["greetings"]):
        tokens = tokens[1:]
    begin = tokens[0].span.start if tokens else 0
    tokens = _without_clause(tokens)
    while tokens and tokens[-1].key in rules["last"]:
        tokens = tokens[:-1]
    if not tokens or len(tokens) > rules["most"] or not _is_name(tokens):
        return "", ""
    topic = front[begin : tokens[-1].span.end]
    reading = read(topic, 0, catalogue, Scope(), language)
    named = any(not content.weak for content in telling(reading, catalogue))
    named = named or reading.found.scope != Scope()
    return (front[:begin], topic) if named else ("", "")


def _without_clause(tokens: list[Token]) -> list[Token]:
    """ "väntetiden som var med först": where it was spoken of tells nothing of it."""
    rules = vocabulary("talks")["topic"]
    at = next((n for n, t in enumerate(tokens) if t.key in rules["clauses"]), len(tokens))
    said = any(token.key in rules["mentioned"] for token in tokens[at:])
    return tokens[:at] if said and at else tokens


def _is_name(tokens: Sequence[Token]) -> bool:
    """Whether words may be a name: no sentence, no row by its place, no mere place or time."""
    picks = grammar()["picks"]
    places = {word for words in (*picks["order"], picks["last"], picks["worst"]) for word in words}
    article = tokens[0].key in grammar()["definite"] and len(tokens) > 1
    if tokens[0].key in grammar()["prepositions"]:
        return False
    if tokens[0].key in _sentence_words() and not article:
        return False
    by_place = tokens[0].key in picks["articles"] and any(t.key in places for t in tokens[1:3])
    return not by_place and not any(map(_makes_sentence, tokens[1:]))


def _makes_sentence(token: Token) -> bool:
    """Whether a word is a verb and no noun made of one ("boende")."""
    noun = token.key.endswith(tuple(vocabulary("talks")["topic"]["nouns"]))
    return token.key in grammar()["yes_no"] or (is_verb(token.key) and not noun)


def _sentence_words() -> tuple[str, ...]:
    return (*grammar()["starts"], *grammar()["speakers"], *grammar()["it"])


def _placed(topic: str, asked: str, catalogue: Catalogue, language: str) -> str:
    reading = read(asked, 0, catalogue, Scope(), language)
    matter = {i for content in telling(reading, catalogue) for i in content.tokens}
    at = _pronoun(reading, topic, matter)
    if at is not None:
        span = reading.tokens[at].span
        return f"{asked[: span.start]}{topic}{asked[span.end :]}"
    if matter or reading.has("subject") or reading.found.scope != Scope():
        return ""
    return f"{asked.rstrip(' ?!.')} {vocabulary('talks')['topic']['for']} {topic}"


def _pronoun(reading: Reading, topic: str, matter: set[int]) -> int | None:
    """The place of the pronoun that stands for the topic: no article, no beginning of a clause, and
    "det" only for a word of that gender."""
    rules = vocabulary("talks")["topic"]
    of_nouns = {m.start for c in ("ordinal", "order", "subject") for m in reading.places(c)}
    for index, token in enumerate(reading.tokens):
        after = reading.tokens[index + 1].key if index + 1 < len(reading.tokens) else ""
        article = index + 1 in matter | of_nouns | reading.found.used
        if token.key not in grammar()["it"] or article or after in rules["clauses"]:
            continue
        head = _head(topic)
        if token.key != rules["the"] or head.endswith(tuple(rules["neuter"])):
            return index
    return None


def _head(topic: str) -> str:
    """The last word of a topic before what only says where or for what ("kön till simhallen")."""
    tokens = tokenise(topic)
    behind = (*grammar()["prepositions"], *grammar()["of_where"])
    end = next((n for n, token in enumerate(tokens) if n and token.key in behind), len(tokens))
    return tokens[end - 1].key
