"""The status of a commitment where its own text says so; null rather than wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from plansvar.domain import CommitmentStatus, Span
from plansvar.language.folding import fold
from plansvar.language.periods import period_pattern
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import holds_word, vocabulary


@dataclass(frozen=True, slots=True)
class StatusText:
    """A status and the words that say it."""

    status: CommitmentStatus | None
    raw: str
    span: Span


def status_word(text: str) -> CommitmentStatus | None:
    """The status that a whole cell or field says: "Pågår enligt plan" → pågår."""
    folded = fold(text).strip(" .!:()")
    for name, words in vocabulary("statuses")["field"].items():
        if folded in words:
            return CommitmentStatus(name)
    late = CommitmentStatus(vocabulary("statuses")["put_off"]["status"])
    return late if _put_off().fullmatch(folded) else _qualified(folded)


def _qualified(folded: str) -> CommitmentStatus | None:
    """A status with words behind it that say how well it goes ("pågående med avvikelse")."""
    behind = vocabulary("statuses")["qualified"]
    for name, words in vocabulary("statuses")["field"].items():
        for word in words:
            rest = folded.removeprefix(word).lstrip(" ,–-") if folded.startswith(word) else ""
            if rest in behind["same"]:
                return CommitmentStatus(name)
            if rest in behind["late"]:
                return CommitmentStatus(behind["status"])
    return None


def is_other_status(text: str) -> bool:
    """Whether a whole field says how it went in words that are none of the known statuses: "Ej
    genomfört" may be late or given up."""
    return fold(text).strip(" .!:()") in vocabulary("statuses")["other"]["words"]


def status_in(text: str, within: Span, works: bool = False) -> StatusText | None:
    """The status that a commitment's text tells: a field "Status: …", or a sentence whose subject
    is the commitment itself; with `works` also the work on it, where the text is of nothing else.
    Null when there is none or two differ."""
    field = _field(text, within)
    if field:
        return field
    found = [s for span in sentences(text, within) if (s := _sentence(text, span, works))]
    return found[0] if len({s.status for s in found}) == 1 else None


def status_of(text: str, comment: Span | None) -> StatusText | None:
    """The status that the words after a commitment tell."""
    if comment is None:
        return None
    opening = _opening_sentence(text, comment)
    if opening is not None:
        return opening
    whole = status_word(text[comment.start : comment.end])
    if whole:
        return StatusText(whole, text[comment.start : comment.end].strip(" .()"), comment)
    comma = text.find(",", comment.start, comment.end)
    first = Span(comment.start, comma) if comma > comment.start else None
    told = status_word(text[first.start : first.end]) if first else None
    if first and told:
        return StatusText(told, text[first.start : first.end], first)
    return status_in(text, comment)


def _opening_sentence(text: str, comment: Span) -> StatusText | None:
    """The status that the first of several sentences is: "Genomfört. Antagen i juni"."""
    parts = sentences(text, comment)
    first = text[parts[0].start : parts[0].end] if len(parts) > 1 else ""
    status = status_word(first) if first else None
    told = status is not None or is_other_status(first)
    return StatusText(status, first.strip(" ."), parts[0]) if told else None


def _field(text: str, within: Span) -> StatusText | None:
    match = _field_pattern().search(text, within.start, within.end)
    if match is None:
        return None
    status = status_word(match["raw"])
    if status is None:
        return None
    return StatusText(status, match["raw"].strip(), Span(match.start("raw"), match.end("raw")))


def _sentence(text: str, span: Span, works: bool) -> StatusText | None:
    folded = fold(text[span.start : span.end])
    if not _about_itself(works).match(folded):
        return None
    found = {
        name
        for name, words in vocabulary("statuses")["sentences"].items()
        if any(holds_word(folded, word) for word in words)
    }
    if not found:
        return _given_up(text, span)
    if len(found) != 1:
        return None
    raw = " ".join(text[span.start : span.end].split())
    return StatusText(CommitmentStatus(found.pop()), raw, span)


def _given_up(text: str, span: Span) -> StatusText | None:
    """What a sentence about the commitment says of its end: "Uppdraget har avbrutits"."""
    match = _ended().search(text, span.start, span.end)
    return StatusText(None, match["raw"], Span(*match.span("raw"))) if match else None


@cache
def _ended() -> re.Pattern[str]:
    words = vocabulary("statuses")
    stems = [stem for stems in words["ended"].values() for stem in stems]
    known = "|".join(re.escape(stem) for stem in sorted(stems, key=len, reverse=True))
    verbs = "|".join(words["ended_by"]["verbs"])
    return re.compile(rf"(?<!\w)(?:{verbs})\s+(?P<raw>(?:{known})\w*)", re.IGNORECASE)


@cache
def _put_off() -> re.Pattern[str]:
    """Something put off to a time: "Flyttat till 2027", "skjuts upp till våren 2028"."""
    words = vocabulary("statuses")["put_off"]
    late = "|".join(map(re.escape, vocabulary("statuses")["field"][words["status"]]))
    before = "|".join(map(re.escape, sorted(words["before"], key=len, reverse=True)))
    after = "|".join(map(re.escape, words["after"]))
    return re.compile(rf"(?:{late})\s+(?:{before})(?:\s+(?:{after}|{period_pattern().pattern}))?")


@cache
def _about_itself(works: bool) -> re.Pattern[str]:
    own = vocabulary("statuses")["subjects"]
    words = [*own["words"], *own["works"]] if works else own["words"]
    subjects = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
    # "Genomförandet av planen är framflyttad": the subject may be followed by what it is about
    of = "|".join(vocabulary("statuses")["subjects"]["of"])
    other = "|".join(vocabulary("statuses")["subjects"]["not_of"])
    return re.compile(rf"(?:{subjects})(?!\w)(?:\s+(?:{of})\s+[\w-]+)?\s+(?!(?:{other})\b)")


@cache
def _field_pattern() -> re.Pattern[str]:
    leads = vocabulary("commitments")["members"]["status_leads"]
    words = [w for ws in vocabulary("statuses")["field"].values() for w in ws]
    lead = "|".join(re.escape(w) for w in leads)
    values = "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{lead})\s*[:–-]\s*(?P<raw>{values})(?!\w)", re.I)
