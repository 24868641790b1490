"""Words as the program compares them: folded, stemmed, cut into letter grams."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from snowballstemmer import stemmer

from plansvar.language.vocabulary import vocabulary

WORD = re.compile(r"[^\W_]+(?:[-:/.][^\W_]+)*")
_NOTE = re.compile(r"(?<=[^\W\d_]{3})[¹²³⁴⁵⁶⁷⁸⁹]+(?!\w)")  # no exponent: "Nöjdhet²", not "m²"
KEPT = 80  # letters of a text whose folded form is kept, as names are compared again and again
_STEMMER = stemmer("swedish")
_TO_ASCII = str.maketrans("åäöéèüáàæø", "aaoeeuaaao")


def fold(text: str) -> str:
    """Lower case, compatibility forms made plain, white space folded; å ä ö stay."""
    return _fold(text) if len(text) > KEPT else _kept_fold(text)


def _fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).lower().split())


_kept_fold = lru_cache(maxsize=65536)(_fold)


def bare(text: str) -> str:
    """As `fold`, and without dots and rings over letters: "målvärde" → "malvarde"."""
    return _kept_bare(text) if len(text) <= KEPT else _bare(text)


def _bare(text: str) -> str:
    return fold(text).translate(_TO_ASCII)


_kept_bare = lru_cache(maxsize=65536)(_bare)


def words(text: str) -> list[str]:
    """The folded words of `text` without the marks of notes behind them; hyphens, colons, slashes
    and points inside a word stay."""
    return list(_kept_words(text)) if len(text) <= KEPT else _words(text)


def _words(text: str) -> list[str]:
    return WORD.findall(fold(_NOTE.sub("", text)))


@lru_cache(maxsize=16384)
def _kept_words(text: str) -> tuple[str, ...]:
    return tuple(_words(text))


@cache
def stem(word: str) -> str:
    """The Snowball stem of one folded word; of words that it would make another word, their own."""
    data = vocabulary("stems")
    kept = next((each for each in data["kept"] if word.startswith(each)), None)
    return kept or _doer(word) or _base_forms().get(word) or str(_STEMMER.stemWord(word))


@cache
def _base_forms() -> dict[str, str]:
    """The adjectives that the stemmer leaves apart, by each of their forms."""
    forms: dict[str, list[str]] = vocabulary("stems")["forms"]
    return {form: base for base, others in forms.items() for form in others}


def _doer(word: str) -> str | None:
    """The stem of one who does a thing."""
    data = vocabulary("stems")
    doer = next((each for each in data["doers"] if word.startswith(each)), None)
    return doer if doer and word.removeprefix(doer) in data["doer_endings"] else None


def stems(text: str) -> list[str]:
    return [stem(word) for word in words(text)]


def told_stems(text: str) -> list[str]:
    """The stems of the words of a text, and of the pieces of those with a hyphen ("ja-röster")."""
    told = words(text)
    pieces = (piece for word in told if "-" in word for piece in word.split("-"))
    return [stem(word) for word in (*told, *pieces)]


def grams(word: str, size: int = 4) -> list[str]:
    """Letter grams of a word with its ends marked: "mål" → ["_mål", "mål_"]."""
    marked = f"_{bare(word)}_"
    return [marked[i : i + size] for i in range(max(1, len(marked) - size + 1))]


def by_letter(found: Iterable[str]) -> dict[str, dict[str, str]]:
    """First letter → the words that begin with it → their bare forms."""
    made: dict[str, dict[str, str]] = {}
    for word in found:
        made.setdefault(bare(word)[0], {})[word] = bare(word)
    return made
