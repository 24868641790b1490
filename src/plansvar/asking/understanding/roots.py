"""Words cut down to what their forms have in common, without å ä ö."""

from __future__ import annotations

from functools import cache

from plansvar.language.folding import bare, stem, words
from plansvar.language.vocabulary import vocabulary
from plansvar.language.wordforms import whole_form

CUT, ENDING = "gr", "ad"  # "självservicegrad" loses what "självservicegraden" keeps
NOUN = "nad"  # "kostnaden" keeps what "kostnad" loses
PARTICIPLES = "nden"  # what the stemmer leaves of "boendena"
NEUTER, NOUNS = "et", ("itet", "het")  # "matsvinnet", but "kvalitet" and "trygghet"
PLURAL = "ena"  # definite neuter plurals, of which the stemmer leaves too much
DEFINITE = "n"
LONG = 6  # a shorter word on -on is rather a word of its own


@cache
def root(word: str) -> str:
    """The bare stem; the definite -n that the stemmer leaves after a vowel goes too
    ("sjukfrånvaron" and "sjukfrånvaro" meet)."""
    word = whole_form(word)
    plural = len(word) > LONG and word.endswith(PLURAL)
    return shortened(stem(word[:-1] if plural else word))


def shortened(stemmed: str) -> str:
    """The root of a word that is stemmed already ("program" and "programmet" meet)."""
    if stemmed.endswith(tuple(vocabulary("questions")["grammar"]["vowel_definites"])):
        stemmed = stemmed.removesuffix(DEFINITE)
    plain = _indefinite(bare(stemmed))
    if plain.endswith(("mm", "nn")) and len(plain) > LONG:
        plain = plain[:-1]
    if len(plain) > LONG and plain.endswith(CUT):
        return plain + ENDING
    if len(plain) > LONG and plain.endswith(NOUN):
        return plain.removesuffix(ENDING)
    if len(plain) > LONG and plain.endswith(PARTICIPLES):
        return plain[:-2]
    if len(plain) > LONG and plain.endswith(("on", "an", "in")):
        return plain[:-1]
    return plain


def _indefinite(plain: str) -> str:
    """A neuter noun without the definite ending that the stemmer left ("matsvinnet")."""
    definite = len(plain) > LONG and plain.endswith(NEUTER) and not plain.endswith(NOUNS)
    return plain[: -len(NEUTER)] if definite else plain


def roots(text: str) -> tuple[str, ...]:
    """The roots of the words of `text`."""
    return tuple(map(root, words(text)))
