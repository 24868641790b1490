"""A document → all that can be taken out of it, each row with its place and its proof."""

from __future__ import annotations

from plansvar.domain import Document, Extraction, Indicator
from plansvar.extraction.abbreviations import abbreviations_in
from plansvar.extraction.amounts import amounts_in_text
from plansvar.extraction.announced_goals import announced_goals
from plansvar.extraction.chunks import chunks_of
from plansvar.extraction.coded_tasks import with_coded_tasks
from plansvar.extraction.comments_below import with_comments_below
from plansvar.extraction.commitments import commitments_from
from plansvar.extraction.counts import counts_in, missing
from plansvar.extraction.field_rows import field_rows
from plansvar.extraction.goal_sentences import stated_goals
from plansvar.extraction.goal_verdicts import judged_goals
from plansvar.extraction.goals import goals_from
from plansvar.extraction.group_tables import group_tables
from plansvar.extraction.headed_goals import headed_goals
from plansvar.extraction.linking import linked
from plansvar.extraction.listed_actions import listed_actions
from plansvar.extraction.marked_goals import marked_goals, with_marks_of_headings
from plansvar.extraction.marked_tasks import marked_tasks
from plansvar.extraction.named_targets import with_named_targets
from plansvar.extraction.notes_elsewhere import with_notes_elsewhere
from plansvar.extraction.own_columns import with_own_columns
from plansvar.extraction.places import Names
from plansvar.extraction.pointed_goals import pointed_goals
from plansvar.extraction.same_tasks import with_same_tasks
from plansvar.extraction.summaries import summaries_in
from plansvar.extraction.tables import extract_tables
from plansvar.extraction.task_comments import with_task_comments
from plansvar.extraction.text_rows import without_texts
from plansvar.extraction.titled_tasks import titled_tasks
from plansvar.extraction.under_titles import with_texts_under_titles
from plansvar.extraction.unread import unread_values
from plansvar.extraction.unverified import checked_summaries, marked, unassessed
from plansvar.extraction.verdicts_below import with_verdicts_below
from plansvar.extraction.zones import zones


def extract(document: Document) -> Extraction:
    """All rows, summaries, counts, abbreviations and passages of a document."""
    areas = zones(document)
    tables = extract_tables(document)
    goals, goal_gaps, covered = goals_from(document, areas, Names(document, "i"))
    actions, action_amounts, action_spans = listed_actions(document)
    covered = (*covered, *action_spans)
    fields, field_spans = field_rows(document, covered, Names(document, "f"))
    covered = (*covered, *field_spans)
    told = (*goals, *fields, *tables.indicators)
    pointed, pointed_spans = pointed_goals(document, told, Names(document, "p"))
    told, covered = (*told, *pointed), (*covered, *pointed_spans)
    judged, judged_spans = judged_goals(document, covered, told, Names(document, "j"))
    covered = (*covered, *judged_spans)
    tasks = marked_tasks(document, areas, Names(document, "t"))
    task_titles = [row.text_span for row in tasks]
    marked_rows, mark_gaps = marked_goals(document, told, judged, Names(document, "m"))
    marked_rows = tuple(
        r
        for r in marked_rows
        if r.name_span is None or not any(r.name_span.overlaps(t) for t in task_titles)
    )
    both = {row.name_span for row in marked_rows}
    judged = tuple(row for row in judged if row.name_span not in both)
    stated = stated_goals(document, areas, covered, Names(document, "g"))
    grouped, group_spans = group_tables(document, areas, covered, Names(document, "k"))
    tabled = [row.text_span for row in (*tables.commitments, *tasks)]
    titled, titled_spans = titled_tasks(document, tabled, Names(document, "u"))
    commitments = commitments_from(document, areas, covered, Names(document, "c"), tabled)
    commitments = tuple(
        c for c in commitments if not any(c.text_span.overlaps(s) for s in titled_spans)
    )
    targets = tuple(o.cell for row in stated for o in row.observations)
    amounts = amounts_in_text(document, (*covered, *targets), Names(document, "a"))
    abbreviations = abbreviations_in(document)
    unmarked = without_texts(
        (*goals, *fields, *pointed, *judged, *stated, *grouped, *tables.indicators)
    )
    told_rows = with_marks_of_headings(unmarked, marked_rows)
    announced = announced_goals(document, told_rows, covered, Names(document, "n"))
    rows = headed_goals(document, (*told_rows, *announced), Names(document, "h"))
    rows = with_named_targets(document, with_verdicts_below(document, rows))
    summaries, indicators, link_gaps = linked(
        document,
        checked_summaries(document, summaries_in(document, Names(document, "s"))),
        with_texts_under_titles(
            document,
            with_comments_below(
                document,
                with_notes_elsewhere(document, with_own_columns(document, _in_order(rows))),
            ),
        ),
        abbreviations,
    )
    counts = counts_in(document, summaries)
    tabled_tasks = with_same_tasks(tables.commitments)
    told_tasks = (*commitments, *titled, *actions, *tasks, *tabled_tasks)
    coded = with_coded_tasks(document, told_tasks, Names(document, "q"))
    all_commitments = with_task_comments(document, coded)
    return Extraction(
        document=document,
        indicators=unassessed(document, indicators),
        commitments=marked(document, all_commitments),
        amounts=marked(document, (*amounts, *action_amounts, *tables.amounts)),
        summaries=summaries,
        stated_counts=counts,
        abbreviations=abbreviations,
        chunks=marked(document, chunks_of(document)),
        gaps=(
            *goal_gaps,
            *mark_gaps,
            *unread_values(document, (*covered, *group_spans)),
            *tables.gaps,
            *link_gaps,
            *missing(document, counts, indicators, all_commitments),
        ),
    )


def _in_order(indicators: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """As they stand in the document; rows whose name has no place of its own by their values."""
    return tuple(sorted(indicators, key=_position))


def _position(indicator: Indicator) -> int:
    cells = [o.cell.start for o in indicator.observations]
    return min([*cells, *([indicator.name_span.start] if indicator.name_span else [])], default=0)
