"""How it went for all boards ("hur gick det för nämnderna 2028?", "visa nämndernas avvikelser"):
each of them, by how far it is from its budget."""

from __future__ import annotations

from dataclasses import dataclass

from plansvar.asking.query import Money, Operation, Order, OrderBy
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.measuring import order_of
from plansvar.asking.understanding.money_list_words import Said, says_any, telling
from plansvar.asking.understanding.reading import Reading

# What else a question may ask of boards than how their money went.
_OTHER = ("negation", "change", "breakdown", "premise", "spending")
_SUBJECTS = ("indicators", "commitments", "documents")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of which rows."""

    money: Money
    operation: Operation
    order: Order | None = None


def of_all_boards(said: Said, reading: Reading, catalogue: Catalogue) -> Asked | None:
    """All boards in the order of their deviations; null where anything else is said."""
    found = reading.found
    if not said.phrase("all_units") or found.scope.organisations or found.against:
        return None
    other = any(reading.has(each) for each in _OTHER) or reading.has("subject", *_SUBJECTS)
    if other or order_of(reading) is not None or telling(reading, catalogue):
        return None
    shown = says_any(reading, "listing") and reading.has("measure")
    if not (shown or reading.has("operation", Operation.STATUS.value)):
        return None
    order = Order(OrderBy.DEVIATION, True, None, True)
    return Asked(Money(side="either", group="units"), Operation.RANK, order)
