"""Questions why money went the way it did: what is printed instead, or what is told of it."""

from __future__ import annotations

from plansvar.asking.answering.money_not_so import (
    answer_not_changed_so,
    answer_not_off_plan,
    asks_why_changed,
    asks_why_off_plan,
)
from plansvar.asking.answering.money_premises import answer_not_so, asks_why_over_or_short
from plansvar.asking.answering.why_of_whole import answer_why_of_whole, asks_why_of_whole

WHY_MONEY = (
    (asks_why_of_whole, answer_why_of_whole),
    (asks_why_over_or_short, answer_not_so),
    (asks_why_changed, answer_not_changed_so),
    (asks_why_off_plan, answer_not_off_plan),
)
