"""Common short forms of units ("ks") where no document says what they stand for."""

from __future__ import annotations

from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar, lexicon
from plansvar.asking.understanding.roots import shortened
from plansvar.asking.understanding.tokens import Token, tokenise
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary


def with_units_written(text: str, catalogue: Catalogue) -> str:
    """The question with short forms written out of units that the documents only write out and
    that report nothing themselves."""
    for token in reversed(tokenise(text)):
        full = _written_out(token, catalogue)
        if full is None or _is_known(token.key, catalogue) or not _is_named(full, catalogue):
            continue
        owner = "s" if token.text.lower().endswith("s") and token.key[-1:] != "s" else ""
        text = f"{text[: token.span.start]}{full}{owner}{text[token.span.end :]}"
    return text


def _written_out(token: Token, catalogue: Catalogue) -> str | None:
    """What a short form stands for by the common ones, else the only board named in a row whose
    initials it is and that no document explains, or whose end it is; small letters that the
    documents use are a word."""
    common: str | None = vocabulary("abbreviations")["units"].get(token.key.upper())
    explained = token.key.upper() in catalogue.shorts
    word = not token.text.isupper() and catalogue.holds(shortened(token.key))
    if common or explained:
        return common
    ended = _by_its_end(token.key, catalogue)
    return ended if ended or word else catalogue.boards_by_initials.get(token.key)


def _by_its_end(word: str, catalogue: Catalogue) -> str | None:
    """The only unit whose name ends with a word that no document prints by itself
    ("ledningskontoret")."""
    endings = tuple(vocabulary("documents")["organisations"]["endings"])
    word = word.removesuffix(grammar()["genitive"])
    if not word.endswith(endings) or word in endings or word in catalogue.text_counts:
        return None
    names = {fold(unit.name): unit.name for unit in catalogue.organisations}
    found = [full for full, name in names.items() if len(words(name)) == 1 and full.endswith(word)]
    return found[0] if len(found) == 1 else None


def _is_known(short: str, catalogue: Catalogue) -> bool:
    """Whether the grammar, a unit that reports or the documents' names have the short form."""
    units = {word for unit in catalogue.organisations for word in unit.words}
    said = lexicon("sv").words | lexicon("en").words
    return short in units or short in catalogue.spelling or short in said


def _is_named(full: str, catalogue: Catalogue) -> bool:
    return any(full in fold(document.text) for document in catalogue.documents)
