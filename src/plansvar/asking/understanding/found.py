"""What a question was found to restrict itself to."""

from __future__ import annotations

from dataclasses import dataclass, field

from plansvar.asking.query import Scope


@dataclass(frozen=True, slots=True)
class Found:
    """The scope that a question names, the tokens that name it, and what could not be had.

    `titled` are those of the tokens that are titles of documents.
    `against` are years that a value is compared with ("än förra året"). `other_place`,
    `other_units` and `no_document` hold words for what the index has not."""

    scope: Scope = field(default_factory=Scope)
    used: frozenset[int] = frozenset()
    titled: frozenset[int] = frozenset()
    against: tuple[int, ...] = ()
    responsible: tuple[str, ...] = ()
    other_place: tuple[str, ...] = ()
    other_units: tuple[str, ...] = ()
    no_document: tuple[str, ...] = ()
