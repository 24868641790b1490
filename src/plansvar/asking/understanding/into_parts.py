"""A question after one for money that asks what the amount is made up of ("på vadå?"), or which
other parts of the same unit went the other way ("och vad går plus?")."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Money, Subject
from plansvar.asking.understanding.detailing import is_list
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.money_list_words import words_of
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

_PARTS = "parts"
_FEW = 4  # words of a question that only says which way ("vad går bättre då")


def with_parts_asked(text: str, conversation: Conversation) -> str:
    """The question before with the word that asks for its parts, or the question with the unit
    whose parts the talk is of; the text itself where it asks for something else."""
    last = conversation.last
    if last is None or last.subject is not Subject.AMOUNTS or last.money is None:
        return text
    said = _said(text)
    units = last.scope.organisations
    if (last.money.group or "").startswith(_PARTS) and len(units) == 1 and _goes_so(said):
        return f"{text.rstrip('?!. ')} {vocabulary('moneylists')['within'][0]} {units[0]}"
    if " ".join(said) not in grammar()["into_parts"]["said"]:
        return text
    base = (last.base or last.text).rstrip("?!. ")
    return f"{base} {grammar()['into_parts']['word']}"


def _goes_so(said: list[str]) -> bool:
    """ "vad går plus": what goes so, and nothing more."""
    what, going = words_of("what"), words_of("going")
    opened = len(said) > 1 and said[0] in what and said[1] in going
    return opened and len(said) <= _FEW


def with_part_ranked(text: str, conversation: Conversation) -> tuple[str, Conversation]:
    """ "vilken verksamhet står för det mesta?" after an amount, as the question for the part that
    most of it is; as it is where it says more or the talk is of no one amount."""
    last, rules = conversation.last, grammar()["parts_ranked"]
    if last is None or last.subject is not Subject.AMOUNTS or not last.links or is_list(last):
        return text, conversation
    said = _said(text)
    ranks = bool(said) and said[0] in rules["begins"] and not set(said).isdisjoint(rules["most"])
    known = {*rules["begins"], *rules["most"], *rules["over"], *rules["free"]}
    money = last.money or Money()
    over = money.side is not None or (money.against_plan and not money.investing)
    over = over or not set(said).isdisjoint(rules["over"])
    if not (ranks and over and set(said) <= {*known, *grammar()["softeners"]}):
        return text, conversation
    sided = replace(last, money=replace(money, side=money.side or rules["side"]))
    talk = replace(conversation, queries=(*conversation.queries, sided))
    return str(rules["question"]), conversation if money.investing else talk


def _said(text: str) -> list[str]:
    """The words of a question without those that only begin it."""
    small = {*grammar()["joins"], *grammar()["opening_words"]}
    said = words(text)
    while said and said[0] in small:
        said = said[1:]
    return said
