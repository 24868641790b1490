"""Labels in running text: what says what the sentences behind it are about."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from plansvar.domain import Block, BlockKind, Document, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold, words
from plansvar.language.sentences import sentences
from plansvar.language.verbs import is_verb

LABEL = 5  # words; shorter pieces without a verb are labels


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences of one paragraph that stand behind the same label; no label where none opens
    them."""

    label: Span | None
    told: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """The label and what stands behind it."""
        start = self.label.start if self.label else self.told[0].start
        return Span(min(start, self.told[0].start), self.told[-1].end)


def names_in(library: Library, path: str) -> frozenset[str]:
    """What the rows of a document are called: a sentence that says just that is a label."""
    indicators = [row for row in library.indicators() if row.place.document_id == path]
    names = [name for r in indicators for name in (r.name, *(label.text for label in r.also))]
    return frozenset(fold(name) for name in names)


def stretches(document: Document, number: int, names: Collection[str] = ()) -> tuple[Stretch, ...]:
    """The sentences of a paragraph by the labels that open them ("Trygg hemtjänst. …"); those
    before the first label stand behind the line of its own right before the paragraph. `names`
    are those of rows, which may have verbs ("Fler vågar starta eget. …")."""
    block = document.blocks[number]
    told = sentences(document.text, block.span)
    opens: list[int] = []
    for n in range(len(told)):
        if _opens(document, told, n, names) and n - 1 not in opens:
            opens.append(n)
    above = _line_above(document, number)
    found = []
    for begin, end in zip([-1, *opens], [*opens, len(told)], strict=True):
        behind = told[begin + 1 : end]
        if behind:
            found.append(Stretch(told[begin] if begin >= 0 else above, behind))
    return tuple(found)


def label_of(document: Document, number: int, position: int | None = None) -> Span | None:
    """What says what is told at `position` of a paragraph (its beginning where none is given)."""
    found = stretches(document, number)
    if position is None:
        return found[0].label if found else None
    held = (each for each in found if each.span.start <= position < each.span.end)
    return next((each.label for each in held), None)


def _opens(document: Document, told: Sequence[Span], n: int, names: Collection[str]) -> bool:
    """Whether a sentence is a label of those behind it: the name of a row, or short and without a
    verb."""
    if n + 1 == len(told) or _ends_list(document, told[n]):
        return False
    return fold(document.quote(told[n])).rstrip(" .") in names or _is_short(document, told[n])


def _is_short(document: Document, span: Span) -> bool:
    told = words(document.quote(span))
    if any(word.isdigit() for word in told):
        return False
    return 0 < len(told) <= LABEL and not any(map(is_verb, told))


def _ends_list(document: Document, span: Span) -> bool:
    text = document.quote(span).rstrip()
    return text.endswith((":", "!", "?"))


def _line_above(document: Document, number: int) -> Span | None:
    """The line of its own that stands as a heading right before a paragraph."""
    block = document.blocks[number]
    before = document.blocks[number - 1] if number else block
    return before.span if _is_line(document, before, block) else None


def _is_line(document: Document, before: Block, block: Block) -> bool:
    if before is block or {before.kind, block.kind} != {BlockKind.PARAGRAPH}:
        return False
    text = document.quote(before.span).strip()
    told = words(text)
    plain = text[-1:].isalpha() and not any(map(is_verb, told))
    return plain and 0 < len(told) <= LABEL and len(words(document.quote(block.span))) > LABEL
