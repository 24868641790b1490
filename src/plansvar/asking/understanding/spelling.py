"""Mends misspelt words of a question towards words that the grammar or the documents have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import pairwise, takewhile

from rapidfuzz import process
from rapidfuzz.distance import OSA

from plansvar.asking.understanding.boards_said import with_boards_written
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.heads import with_heads_apart
from plansvar.asking.understanding.languages import language_of
from plansvar.asking.understanding.lexicon import FILLER, function_words, grammar, lexicon
from plansvar.asking.understanding.roots import root, roots
from plansvar.asking.understanding.scoping import all_places, is_unit
from plansvar.asking.understanding.shortening import written_out
from plansvar.asking.understanding.suspended import with_whole_words
from plansvar.asking.understanding.tokens import Token, tokenise
from plansvar.asking.understanding.unit_shorts import with_units_written
from plansvar.language.areas import areas
from plansvar.language.commonwords import common_words
from plansvar.language.folding import bare, fold
from plansvar.language.particles import joins_verb
from plansvar.language.verbs import tells_matter
from plansvar.language.vocabulary import vocabulary

# Shorter words are not mended; longer ones may differ by two letters.
SHORTEST, LONG = 4, 8
SHORTEST_BY_EAR = 6  # "vagar" and "vaggar" are too short to be one word for certain
SHORTEST_WHOLE = 7  # letters of a word that people write as two
SHORTEST_PIECE = 3  # letters of the first piece of a word that is written as two
OF_TEXT = 6  # letters of a word that is mended to one of running text
SAME_SOUND = 0.4  # the cost of a word that sounds alike
SWAPPED = 0.2  # two letters that changed places are likelier than a wrong one
OF_FORM = 0.5  # the cost of each letter in which another form of a word differs
WRONG = 0.1  # and a letter that is left out is likelier too
ENDING = 4  # letters that one form of a word may be longer than another
MOST = 12  # words that are looked at
DOUBLED = re.compile(r"([^\W\d_])\1+")


def mended(text: str, language: str | None, catalogue: Catalogue) -> str:
    """The text of a question with its misspelt words mended; what may be a name of its own, or an
    inflected form of a word that the documents have, stays."""
    text = with_boards_written(with_units_written(written_out(text), catalogue), catalogue)
    text = with_whole_words(_joined(text, catalogue), catalogue)
    language = language or language_of(tokenise(text))
    tokens = tokenise(text, language=language)
    found, last = [], 0
    for index, token in enumerate(tokens):
        better = mended_word(token, language, catalogue, inside=index > 0)
        if better != token.key:
            found += [text[last : token.span.start], better]
            last = token.span.end
    return "".join([*found, text[last:]])


def _joined(text: str, catalogue: Catalogue) -> str:
    """ "bygg lov" as the one word that the documents write, where they never write it as two."""
    pairs = list(pairwise(tokenise(text)))
    for first, second in reversed(pairs):
        whole = first.key + second.key
        apart = text[first.span.end : second.span.start] == " "
        small = {first.key, second.key} & function_words()
        apart = apart and not small and len(first.key) >= SHORTEST_PIECE
        if apart and _is_one_word(whole, catalogue):
            pair = f"{first.key} {second.key}"
            if not any(pair in fold(document.text) for document in catalogue.documents):
                text = text[: first.span.end] + text[second.span.start :]
    return text


def _is_one_word(whole: str, catalogue: Catalogue) -> bool:
    known = (catalogue.spelling, catalogue.text_counts, lexicon("sv").words)
    return len(whole) >= SHORTEST_WHOLE and any(whole in words for words in known)


def mended_word(token: Token, language: str, catalogue: Catalogue, inside: bool = True) -> str:
    """The word as it was meant; `inside` where it stands after another, so that a capital letter
    tells a name."""
    if token.number is not None or len(token.key) < SHORTEST or token.text[:2].isupper():
        return token.key
    if _is_known(token, language, catalogue):
        return token.key
    parted = language == "sv" and not is_unit(token)
    apart = with_heads_apart(token, catalogue) if parted else None
    if apart is not None:
        return apart
    named = inside and token.text[:1].isupper()
    better = _best(token.key, language, catalogue, named) or token.key
    known = token.stem in catalogue.passage_stems or token.stem in catalogue.rarity
    if better in common_words() and _are_forms(token.key, better):
        return token.key
    other = root(better) != token.stem and not _are_forms(token.key, better)
    if other and token.stem in _known_roots():
        return token.key
    held = known and _is_inflected(token)
    return better if not held or _is_same_word(token.key, better) else token.key


@cache
def _known_roots() -> frozenset[str]:
    """The roots of words that questions are known to use, in whichever form."""
    said = (*lexicon("sv").words, *(word for area in areas() for word in area.said))
    asked = (thing["name"] for thing in vocabulary("things")["things"])
    return frozenset(
        each for told in (*said, *asked) for each in roots(told) if len(each) >= SHORTEST
    )


def _is_inflected(token: Token) -> bool:
    """Whether what follows the stem is an ending that words have ("investerigar" has none)."""
    ending = token.bare.removeprefix(token.stem)
    return ending == token.bare or ending in ("", *grammar()["inflections"])


def _is_same_word(key: str, better: str) -> bool:
    """Whether a word whose stem is known is misspelt in its ending or sounds as another
    ("verksamhetsplann"), not merely inflected."""
    return sound(key) == sound(better) or (
        root(key) == root(better) and not _are_forms(key, better)
    )


def _best(key: str, language: str, catalogue: Catalogue, named: bool) -> str | None:
    """The likeliest word; of those as likely the one that grammar and names have, then the one
    that the documents hold most often."""
    told = catalogue.spelling_by_letter(language).get(bare(key)[0], {})
    near = ((word, cost) for word, cost in _near(key, told) if not _hides(key, word, language))
    ranked = [(cost, 0, 0, word) for word, cost in near]
    empty = _by_sound(language).get(sound(key), ()) if len(key) >= SHORTEST_BY_EAR else ()
    ranked += [(SAME_SOUND, 0, 0, word) for word in empty]
    if not named and language == "sv" and len(key) >= OF_TEXT:
        texts = catalogue.text_words.get(bare(key)[0], {})
        counts = catalogue.text_counts
        ranked += [
            (cost, 1, -counts[word], word)
            for word, cost in (*_near(key, texts), *_near_stems(key, texts))
            if not _are_forms(key, word)
        ]
    if named:
        ranked = [each for each in ranked if each[0] < 1]
    return min(ranked)[-1] if ranked else None


def _hides(key: str, word: str, language: str) -> bool:
    """ "avslag" is no "avsåg": a word with more letters than one that says nothing by itself, and
    that sounds otherwise, may be what the question is about."""
    empty = vocabulary("questions")[language].get(FILLER, {}).get("yes", ())
    return word in empty and len(key) > len(word) and sound(key) != sound(word)


def _near(key: str, among: dict[str, str]) -> Iterator[tuple[str, float]]:
    """Words within reach and what it takes to get there."""
    limit = 1 if len(key) < LONG else 2
    search = partial(process.extract, scorer=OSA.distance, score_cutoff=limit, limit=MOST)
    for _, distance, word in search(bare(key), among):
        if _may_be(key, word, distance, limit):
            yield word, _cost(key, word, distance)


def _may_be(key: str, word: str, distance: float, limit: int) -> bool:
    """Two letters may differ only where neither is heard, or in an ending; in a short word only a
    letter inside may be left out, or two have changed places."""
    if key != bare(key):
        distance = max(distance, OSA.distance(key, word))
    if distance > limit:
        return False
    if len(key) < OF_TEXT:
        swapped = sorted(bare(key)) == sorted(bare(word))
        doubled = DOUBLED.sub(r"\1", bare(word)) == DOUBLED.sub(r"\1", bare(key))
        left_out = len(word) > len(key) and word[-1] == key[-1] and not doubled
        return swapped or left_out
    return distance <= 1 or sound(key) == sound(word) or _are_forms(key, word)


def _near_stems(key: str, among: dict[str, str]) -> Iterator[tuple[str, float]]:
    """Words of which another form is near ("prognåsen" where only "prognos" is written)."""
    own = root(key)
    if len(own) < LONG or not among:
        return
    stems = {word: root(word) for word in among if abs(len(word) - len(key)) <= ENDING}
    search = partial(process.extract, scorer=OSA.distance, score_cutoff=1, limit=MOST)
    for _, distance, word in search(own, stems):
        yield word, SAME_SOUND + max(distance, OSA.distance(key, word) * OF_FORM)


def _cost(key: str, word: str, distance: float) -> float:
    long = min(len(key), len(word)) >= SHORTEST_BY_EAR
    if long and sound(key) == sound(word):
        return SAME_SOUND
    if distance and sorted(bare(key)) == sorted(bare(word)):
        return distance - SWAPPED
    return distance + WRONG * (len(key) == len(word))


def _are_forms(key: str, word: str) -> bool:
    """Whether two words differ only in their endings: forms of one word, both spelt right."""
    shared = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(key, word, strict=False))
    )
    endings = ("", *grammar()["inflections"])
    return key[shared:] in endings and word[shared:] in endings and sound(key) != sound(word)


@cache
def _by_sound(language: str) -> dict[str, list[str]]:
    """The words of the grammar, also those that say nothing by themselves, by how they sound."""
    found: dict[str, list[str]] = {}
    for word in sorted(lexicon(language).words):
        if len(word) >= SHORTEST_BY_EAR:
            found.setdefault(sound(word), []).append(word)
    return found


@cache
def sound(word: str) -> str:
    """The word as it is heard, near enough for words that differ in nothing else."""
    heard = DOUBLED.sub(r"\1", word)
    for pattern, letters in _sounds():
        heard = pattern.sub(letters, heard)
    return DOUBLED.sub(r"\1", bare(heard))


@cache
def _sounds() -> Sequence[tuple[re.Pattern[str], str]]:
    return tuple((re.compile(p), letters) for p, letters in vocabulary("spelling")["sounds"])


def _is_known(token: Token, language: str, catalogue: Catalogue) -> bool:
    return (
        lexicon(language).knows(token)
        or token.key in catalogue.spelling
        or token.key in all_places()
        or token.key in catalogue.text_counts
        or (language == "sv" and (tells_matter(token.key) or joins_verb(token.key)))
    )
