"""A question after one for money that asks what the amount is made up of ("på vadå?")."""

from __future__ import annotations

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Subject
from plansvar.asking.understanding.lexicon import grammar
from plansvar.language.folding import words


def with_parts_asked(text: str, conversation: Conversation) -> str:
    """The question before with the word that asks for its parts; the text itself where it asks
    for something else."""
    last = conversation.last
    if last is None or last.subject is not Subject.AMOUNTS or last.money is None:
        return text
    small = {*grammar()["joins"], *grammar()["opening_words"]}
    said = words(text)
    while said and said[0] in small:
        said = said[1:]
    if " ".join(said) not in grammar()["into_parts"]["said"]:
        return text
    base = (last.base or last.text).rstrip("?!. ")
    return f"{base} {grammar()['into_parts']['word']}"
