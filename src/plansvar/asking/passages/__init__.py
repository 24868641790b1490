"""Finds the few sentences of the documents that answer a question, or none."""

from plansvar.asking.passages.answering_near import asks_what_it_gives, find_answering, find_given
from plansvar.asking.passages.beside import find_beside, is_beside
from plansvar.asking.passages.causes import find_causes
from plansvar.asking.passages.counted import asks_who_are_there, doing_asked, names_counted
from plansvar.asking.passages.finding import (
    PassageFound,
    find_passages,
    find_told_by_name,
    find_told_causes,
    find_whole_causes,
    no_causes_of_others,
    passage_of,
)
from plansvar.asking.passages.groups import find_told_of
from plansvar.asking.passages.neighbours import find_neighbours, names_neighbours
from plansvar.asking.passages.quantities import sort_asked
from plansvar.asking.passages.staged import find_instead, find_next

__all__ = [
    "PassageFound",
    "asks_what_it_gives",
    "asks_who_are_there",
    "doing_asked",
    "find_answering",
    "find_beside",
    "find_causes",
    "find_given",
    "find_instead",
    "find_neighbours",
    "find_next",
    "find_passages",
    "find_told_by_name",
    "find_told_causes",
    "find_told_of",
    "find_whole_causes",
    "is_beside",
    "names_counted",
    "names_neighbours",
    "no_causes_of_others",
    "passage_of",
    "sort_asked",
]
