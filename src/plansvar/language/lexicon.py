"""Finds the words of an index that a person's word may mean.

Swedish glues words together and people misspell, so a word is looked up by its stem, without dots
and rings, as a piece of a longer word, by its own pieces, and last by likeness.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cache
from math import log

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from plansvar.language.folding import bare, stem, words
from plansvar.language.verbs import tells_matter, verb_stems
from plansvar.language.vocabulary import vocabulary
from plansvar.language.wordforms import other_forms

SHORTEST_PIECE = 4
LONGEST_ENDING = 2  # letters that a stem may have beside those of another form of the word
LEAST_LIKENESS = 84.0
MOST_SLIPS = 2  # letters in which a misspelt word differs: "internkontroll" is no "egenkontroll"
LINKING = ("", "s")
DEFINITE = ("et", "en", "n", "t")
PLURALS = {"ndena": "na", "ndenas": "nas"}  # "boendena": what the stemmer leaves is no "boende"
COMPARED = ("are", "ast", "aste")
SHORTEST_DEFINED = 5


class Lexicon:
    """The stems of an index with the number of passages that hold each.

    `total` is the number of passages; weights are inverse document frequencies."""

    def __init__(self, counts: Mapping[str, int], total: int) -> None:
        self._counts = dict(counts)
        self._total = max(total, 1)
        self._by_bare: dict[str, list[str]] = {}
        for known in counts:
            self._by_bare.setdefault(bare(known), []).append(known)
        self._forward = sorted(self._by_bare)
        self._backward = sorted(key[::-1] for key in self._by_bare)
        self._found: dict[str, dict[str, float]] = {}

    def weight(self, stems: Iterable[str]) -> float:
        """How telling a word is: high for a rare one, highest for one that no passage holds."""
        count = sum(self._counts.get(known, 0) for known in stems)
        return log(1 + self._total / (count + 0.5))

    def variants(self, word: str) -> Mapping[str, float]:
        """Stems of the index that `word` may mean, with a factor (0 to 1) for how sure that is."""
        if word not in self._found:
            self._found[word] = self._find(word)
        return self._found[word]

    def kinds(self, word: str) -> Mapping[str, float]:
        """Those of the variants that name the thing itself or a kind of it ("kommuninvånare"), and
        nothing that is only made of the word ("medborgardialog")."""
        forms = [stem(form) for form in (word, *_indefinite(word))]
        return {
            known: factor
            for known, factor in self.variants(word).items()
            if any(known.endswith(form) or _is_form(known, form) for form in forms)
        }

    def knows(self, word: str) -> bool:
        """Whether the index holds the word or one that begins or ends with it."""
        return bool(self._direct(word))

    def holds(self, word: str) -> bool:
        """Whether the index holds the word itself, in a form that the stemmer brings together."""
        return stem(word) in self._counts

    def pieces(self, word: str) -> tuple[str, str] | None:
        """The first and last piece of a compound that no passage holds whole, where passages hold
        both: "fordonsmålet" → ("fordons", "målet")."""
        if self._direct(word) or any(map(self._same, verb_stems(word))):
            return None
        return self.parted(word)

    def parted(self, word: str) -> tuple[str, str] | None:
        """The first and last piece of a compound, where passages hold both by themselves."""
        for cut in range(len(word) - SHORTEST_PIECE, SHORTEST_PIECE - 1, -1):
            if not self._same(bare(stem(word[cut:]))):
                continue
            for link in LINKING:
                first = word[:cut].removesuffix(link) if link else word[:cut]
                if len(first) >= SHORTEST_PIECE and self._direct(first):
                    return first, word[cut:]
        return None

    def _find(self, word: str) -> dict[str, float]:
        """What a word may mean; a verb that is written without dots and rings, such as "spara", is
        none with them ("Spåret")."""
        own = stem(word)
        found = self._direct(word) or self._derived(word) or self._alike(bare(own))
        if own != bare(own) or not tells_matter(word):
            return found
        return {k: factor for k, factor in found.items() if k == own or bare(k) != own}

    def _derived(self, word: str) -> dict[str, float]:
        """Words made of an adjective that stands in another form: "osäkert" → "osäkerhet"."""
        longer = (k for shorter in _indefinite(word) for k in self._longer(stem(shorter)))
        of_verb = (k for shorter in verb_stems(word) for k in self._same(shorter))
        return dict.fromkeys((*of_verb, *longer), 0.8)

    def _direct(self, word: str) -> dict[str, float]:
        key = bare(stem(word))
        found = self._equal(word)
        dotted = stem(word) in found and stem(word) != key
        for shorter in map(stem, _indefinite(word)):
            if len(shorter) < SHORTEST_PIECE:
                continue
            for known in self._same(bare(shorter)):
                if not dotted or known == shorter:
                    found.setdefault(known, 0.95)
        found |= {form: 0.95 for form in other_forms(word) if form in self._counts}
        for start in dict.fromkeys((stem(word), word)):
            for known in self._longer(start):
                found.setdefault(known, 0.8)
        return found

    def _equal(self, word: str) -> dict[str, float]:
        """The word's own stem; other stems with more dots and rings only for a word that is written
        without them, or that stands nowhere as it is written; "miljön" is no "miljoner"."""
        own, key = stem(word), bare(stem(word))
        alike = {known: 1.0 if known == own else 0.95 for known in self._same(key)}
        if own == key:
            return alike
        return {own: 1.0} if own in alike else {k: v for k, v in alike.items() if _keeps(own, k)}

    def _same(self, key: str) -> list[str]:
        return self._by_bare.get(key, [])

    def _longer(self, written: str) -> list[str]:
        """Stems that begin or end with what is written: "bredband" → "bredbandsutbyggnad"."""
        key = bare(written)
        if len(key) < SHORTEST_PIECE:
            return []
        ahead = _with_prefix(self._forward, key)
        ends = [back[::-1] for back in _with_prefix(self._backward, key[::-1])]
        behind = [longer for longer in ends if self._is_head(key, longer)]
        longer = [known for each in (*ahead, *behind) for known in self._by_bare[each]]
        size = len(written)
        return [k for k in longer if _keeps(written, k) or _keeps(written, k[-size:])]

    def _is_head(self, key: str, longer: str) -> bool:
        """Whether a word is a compound of `key`; of a short one only where its first piece is known
        too: "halkrisk", not "obligatorisk"."""
        first = longer[: -len(key)]
        if first.startswith(of_other_sense(key)):
            return False
        if len(first) == 1 or len(key) > SHORTEST_PIECE:
            return len(first) != 1
        return any(self._same(first.removesuffix(link)) for link in LINKING)

    def _alike(self, key: str) -> dict[str, float]:
        if len(key) < SHORTEST_PIECE + 1:
            return {}
        near = process.extract(
            key, self._forward, scorer=fuzz.ratio, score_cutoff=LEAST_LIKENESS, limit=3
        )
        return {
            known: 0.75 * score / 100
            for match, score, _ in near
            if OSA.distance(key, match) <= MOST_SLIPS
            or key.startswith(match)
            or key.endswith(match)
            for known in self._by_bare[match]
        }


def content_words(text: str, skip: frozenset[str]) -> list[str]:
    """The words of `text` that carry content, in order, each once."""
    return list(dict.fromkeys(word for word in words(text) if word not in skip))


def _keeps(written: str, known: str) -> bool:
    """Whether a stem has all the dots and rings of the other."""
    return all(a == b or a.isascii() for a, b in zip(written, known, strict=False))


@cache
def of_other_sense(key: str) -> tuple[str, ...]:
    """The first pieces of compounds in which a word means something else ("företagsklimat")."""
    told: dict[str, list[str]] = vocabulary("othersenses")["compounds"]
    bared = {bare(stem(word)): tuple(map(bare, firsts)) for word, firsts in told.items()}
    return next((firsts for word, firsts in bared.items() if key.startswith(word)), ())


def _is_form(known: str, form: str) -> bool:
    return known.startswith(form) and len(known) - len(form) <= LONGEST_ENDING


def _indefinite(word: str) -> list[str]:
    """The word without the endings of definite, neuter and compared forms, which the stemmer leaves
    on some words ("grundskolan", "överskottet", "osäkert", "tryggare")."""
    endings = [each for each in (*DEFINITE, *COMPARED) if word.endswith(each)]
    endings += [ending for each, ending in PLURALS.items() if word.endswith(each)]
    return [word[: -len(e)] for e in endings if len(word) - len(e) >= SHORTEST_DEFINED]


def _with_prefix(ordered: list[str], prefix: str) -> list[str]:
    found = []
    for position in range(bisect_left(ordered, prefix), len(ordered)):
        if not ordered[position].startswith(prefix):
            break
        found.append(ordered[position])
    return found
