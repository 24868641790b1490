"""Months that a heading gives by their first letters alone: "j f m a m j j a s o n d"."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.language.vocabulary import vocabulary

_FEWEST = 6


def months_by_initials(letters: Sequence[str]) -> list[str] | None:
    """The names of the months whose first letters these are in a row; null where they are none, too
    few to be sure, or could be other months."""
    said = [letter.strip(" .").lower() for letter in letters]
    if len(said) < _FEWEST or any(len(letter) != 1 for letter in said):
        return None
    names = [_name(forms) for forms in vocabulary("months")["months"]]
    runs = ([names[(first + i) % len(names)] for i in range(len(said))] for first in range(12))
    fits = [run for run in runs if [name[0] for name in run] == said]
    return fits[0] if len(fits) == 1 else None


def _name(forms: Sequence[str]) -> str:
    short, other, *_ = forms
    return str(other if other.startswith(short) else short)
