"""Commitments (åtaganden, uppdrag, aktiviteter) under their headings and kind words.

In a list every item is one. In running text one begins at the top of its zone, at a sentence that
says what a unit is to do ("KS/KLK ansvarar för …"), or at the sentence that ends in the units
responsible ("… (KS, SBN, KFAST)"); what follows it is its comment.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from plansvar.domain import BlockKind, Commitment, Document, Span
from plansvar.extraction.deadlines import deadline_in
from plansvar.extraction.joined_lists import joined, status_of_heading
from plansvar.extraction.listed import Draft, fields_pattern, listed, trimmed_end
from plansvar.extraction.missing_stops import Starters, cut_at_missing_stop
from plansvar.extraction.numbered import numbered
from plansvar.extraction.places import Names, place_at
from plansvar.extraction.responsible import Responsible, as_subject, in_brackets, in_field
from plansvar.extraction.statuses import StatusText, status_of
from plansvar.extraction.zones import Role, Zone, has_prefix
from plansvar.language.folding import fold
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

# A bracket that is a sentence of its own ends what is before it: "(Olika åldrar, kön mm) Enheten"
_ASIDE = re.compile(r"\(\s?[A-ZÅÄÖ](?P<inside>[^()]{4,300})\)(?=\s+[A-ZÅÄÖ])")


def commitments_from(
    document: Document,
    zones: Sequence[Zone],
    goals: Sequence[Span],
    names: Names,
    tabled: Sequence[Span] = (),
) -> tuple[Commitment, ...]:
    """All commitments in text; `goals` are the characters that belong to goals, `tabled` those of
    commitments in tables, about which the text beside them only tells more."""
    starters = Starters(document.text)
    stopped = _any_after_a_stop(document, zones)
    found: list[Commitment] = []
    for zone in zones:
        if zone.role is not Role.COMMITMENTS:
            continue
        inside = [goal.start for goal in goals if zone.span.holds(goal)]
        area = Span(zone.span.start, min(inside, default=zone.span.end))
        drafts = joined(document, area) or listed(document, area) or numbered(document, area)
        drafts = [d for d in drafts if not any(d.text.overlaps(span) for span in tabled)]
        beside = [*tabled, *(row.text_span for row in found if zone.inherited)]
        if not drafts and not _beside_table(document, area, beside, zone.inherited):
            drafts = _running(document, zone, area, starters, stopped)
        found += [_commitment(document, zone, draft, names) for draft in drafts]
    return tuple(found)


def _beside_table(document: Document, area: Span, tabled: Sequence[Span], inherited: bool) -> bool:
    """Whether a table in the same section already lists the commitments; for text under a heading
    of its own, in the section above."""
    section = document.section_at(area.start)
    if inherited and section is not None and section.parent is not None:
        section = document.sections[section.parent]
    return section is not None and any(section.span.holds(span) for span in tabled)


def _any_after_a_stop(document: Document, zones: Sequence[Zone]) -> bool:
    """Whether this document puts the responsible after a full stop: "… insatser. (KS, SN)"."""
    areas = [zone.span for zone in zones if zone.role is Role.COMMITMENTS]
    return any(
        _after_stop(document.text, b) for area in areas for b in in_brackets(document.text, area)
    )


def _after_stop(text: str, bracket: Responsible) -> bool:
    return text[: bracket.span.start].rstrip()[-1:] in tuple(".!?")


def _running(
    document: Document, zone: Zone, area: Span, starters: Starters, stopped: bool
) -> list[Draft]:
    text = document.text
    brackets = [b for b in in_brackets(text, area) if not stopped or _after_stop(text, b)]
    spans = _pieces(text, area, brackets)
    if not spans:
        return []
    ending = {i: b for b in brackets for i, s in enumerate(spans) if s.end == b.span.end}
    opening = _openings(document, spans) | ({0} if _opens_with_one(document, zone) else set())
    starts = _starts(text, spans, ending, opening)
    drafts = []
    for position, start in enumerate(starts):
        last = (starts[position + 1] if position + 1 < len(starts) else len(spans)) - 1
        drafts.append(_draft(text, spans, ending, range(start, last + 1), starters))
    return drafts


def _pieces(text: str, area: Span, brackets: Sequence[Responsible]) -> list[Span]:
    """Sentences, cut after brackets too; brackets that stand alone belong to what is before."""
    asides = [m.end() for m in _ASIDE.finditer(text, area.start, area.end) if _is_prose(m)]
    leads = [m.start() for m in _inner_lead().finditer(text, area.start, area.end)]
    borders = sorted({area.start, *(b.span.end for b in brackets), *asides, *leads, area.end})
    found: list[Span] = []
    for start, end in pairwise(borders):
        for span in sentences(text, Span(start, end)):
            alone = any(
                b.span == span or (text[span.start] == "(" and b.span.end == span.end)
                for b in brackets
            )
            if alone and found:
                found[-1] = Span(found[-1].start, span.end)
            elif any(map(str.isalpha, text[span.start : span.end])):  # "Uppdrag 2031" is a title
                found.append(span)
    return found


def _opens_with_one(document: Document, zone: Zone) -> bool:
    """Whether the first sentence under a marker is a commitment: after a kind word with its prefix
    ("1-årigt åtagande") it is, under a heading such as "Åtgärder" prose may stand."""
    if not zone.is_heading or zone.marker is None:
        return True
    return has_prefix(document.quote(zone.marker))


def _openings(document: Document, spans: Sequence[Span]) -> set[int]:
    """Sentences that open a paragraph and say what is to be done: "Ta fram …", "Nämnden ska …"."""
    paragraphs = {b.span.start for b in document.blocks if b.kind is BlockKind.PARAGRAPH}
    text = document.text
    return {
        i
        for i, span in enumerate(spans)
        if span.start in paragraphs
        and (_is_infinitive(text[span.start : span.end]) or as_subject(text, span))
    }


def _is_infinitive(sentence: str) -> bool:
    first, *rest = fold(sentence).split() or [""]
    words = vocabulary("commitments")["infinitives"]
    if first in words["short_verbs"]:
        return True
    return (
        len(rest) > 1 and len(first) > 3 and first.endswith("a") and first not in words["not_verbs"]
    )


def _is_prose(aside: re.Match[str]) -> bool:
    words = aside["inside"].split()
    return len(words) > 2 and any(letter.islower() for letter in aside["inside"])


def _starts(
    text: str, spans: Sequence[Span], ending: dict[int, Responsible], opening: set[int]
) -> list[int]:
    """The sentences at which commitments begin."""
    starts = set(opening) | {i for i, s in enumerate(spans) if _inner_lead().match(text, s.start)}
    for position, span in enumerate(spans):
        if as_subject(text, span, weak=False):
            starts.add(position)
    for position in ending:
        begin = position
        while _belongs_to_before(text, spans, begin, starts, ending):
            begin -= 1
        starts.add(begin)
        starts -= set(range(begin + 1, position + 1))
    return sorted(starts)


def _belongs_to_before(
    text: str, spans: Sequence[Span], at: int, starts: set[int], ending: dict[int, Responsible]
) -> bool:
    return at > 0 and at not in starts and at - 1 not in ending and _goes_on(text, spans[at])


def _draft(
    text: str,
    spans: Sequence[Span],
    ending: dict[int, Responsible],
    own: range,
    starters: Starters,
) -> Draft:
    first, end = spans[own[0]], spans[own[-1]].end
    closing = next((i for i in own if i in ending), None)
    if closing is not None:
        stop = trimmed_end(text, first.start, ending[closing].span.start)
        return Draft(Span(first.start, stop), ending[closing], end)
    body = cut_at_missing_stop(text, first, starters)
    for position in own[1:]:
        if body.end < first.end or not _demands(text, spans[position]):
            break
        body = Span(body.start, spans[position].end)
    return Draft(body, as_subject(text, first) or in_field(text, Span(first.start, end)), end)


def _commitment(document: Document, zone: Zone, draft: Draft, names: Names) -> Commitment:
    draft = _without_kind(document.text, draft)
    after = max(draft.text.end, draft.responsible.span.end if draft.responsible else 0)
    comment = _comment(document.text, after, draft.end)
    status = status_of(document.text, comment) or _status_before_fields(document.text, draft)
    status = status or status_of_heading(document, zone.marker if zone.is_heading else None)
    deadline = deadline_in(document.text, Span(draft.text.start, max(draft.end, after)))
    comment = _without_fields(document.text, comment, status, deadline)
    return Commitment(
        id=names.next(),
        place=place_at(document, draft.text.start),
        text=document.quote(draft.text),
        text_span=draft.text,
        kind=zone.kind or "",
        responsible=draft.responsible.units if draft.responsible else (),
        responsible_span=draft.responsible.span if draft.responsible else None,
        status=status.status if status else None,
        status_raw=status.raw if status else None,
        status_span=status.span if status else None,
        comment=document.quote(comment) if comment else None,
        comment_span=comment,
        deadline=document.quote(deadline) if deadline else None,
        deadline_spans=(deadline,) if deadline else (),
    )


def _status_before_fields(text: str, draft: Draft) -> StatusText | None:
    """The status between a text and the field that says whose it is: "… – pågår. Ansvarig: …"."""
    end = draft.responsible.span.start if draft.responsible else draft.text.end
    field = fields_pattern().search(text, draft.text.end, max(end, draft.text.end))
    return status_of(text, _comment(text, draft.text.end, field.start())) if field else None


def _without_kind(text: str, draft: Draft) -> Draft:
    """Without a kind word in front: "Åtagande: Ta fram …", "Uppdrag 3: Ta fram …"."""
    lead = _lead().match(text, draft.text.start, draft.text.end)
    if lead is None or lead.end() >= draft.text.end:
        return draft
    return replace(draft, text=Span(lead.end(), draft.text.end))


def _without_fields(
    text: str, comment: Span | None, status: StatusText | None, deadline: Span | None
) -> Span | None:
    """The comment without a status in front of it; none where fields only say how it goes and
    when."""
    if comment is None:
        return None
    if status and status.span.start == comment.start and status.span.end < comment.end:
        return _comment(text, status.span.end, comment.end)
    if fields_pattern().match(text, comment.start) is None:
        return comment
    leads = fields_pattern().finditer(text, comment.start, comment.end)
    told = [*(match.span() for match in leads)]
    told += [(s.start, s.end) for s in (status.span if status else None, deadline) if s]
    rest = (n for n in range(comment.start, comment.end) if not any(a <= n < b for a, b in told))
    return comment if any(text[n].isalnum() for n in rest) else None


def _comment(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in " \t\n.):(–":
        start += 1
    end = trimmed_end(text, start, end)
    return Span(start, end) if end > start else None


def _goes_on(text: str, span: Span) -> bool:
    """Whether a sentence goes on with the one before: "Arbetet leds av …"."""
    return _anaphor().match(text, span.start, span.end) is not None


def _demands(text: str, span: Span) -> bool:
    folded = fold(text[span.start : span.end])
    verbs = "|".join(re.escape(v) for v in vocabulary("commitments")["anaphors"]["verbs"])
    return _goes_on(text, span) and re.match(rf"\S+\s+(?:{verbs})(?!\w)", folded) is not None


@cache
def _anaphor() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in vocabulary("commitments")["anaphors"]["words"])
    return re.compile(rf"(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _lead() -> re.Pattern[str]:
    forms = {f for forms in vocabulary("kinds")["commitments"].values() for f in forms}
    words = "|".join(re.escape(f) for f in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?:{words})\s*\d{{0,3}}\s*[:–]\s*", re.IGNORECASE)


@cache
def _inner_lead() -> re.Pattern[str]:
    """A kind word and a colon, before what it names: "… Status: Pågår Uppdrag: Ta fram"."""
    return re.compile(
        rf"(?<=[\s.])(?=(?-i:[A-ZÅÄÖ])){_lead().pattern}(?=(?-i:[A-ZÅÄÖ]))", re.IGNORECASE
    )
