"""Prints measures, changes since the last committed result, and wrong answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from eval.asking import Asked
from eval.gold import Gold
from eval.metrics import declining, interpretation, latency
from eval.metrics.citation_precision import citation_precision
from eval.metrics.citation_recall import citation_recall
from eval.metrics.pages import page_right
from eval.metrics.right import why_wrong


def print_measures(corpus: str, asked: Sequence[Asked]) -> None:
    right = sum(item.right for item in asked)
    answered = [item for item in asked if "error" not in item.answer]
    pairs = [(item.gold, item.answer) for item in answered]
    times = [item.answer["elapsed_ms"] for item in answered] or [0.0]
    print(f"\n{corpus}: {right} of {len(asked)} right ({right / len(asked):.1%})")
    print(f"  wrong figures       {sum(len(item.wrong_figures) for item in asked)}")
    print(f"  citation precision  {_share(lambda g, a: citation_precision(a), pairs)}")
    print(f"  citation recall     {_share(citation_recall, pairs)}")
    print(f"  page right          {_share(page_right, pairs)}")
    print(f"  declining precision {_percent(declining.precision(pairs))}")
    print(f"  declining recall    {_percent(declining.recall(pairs))}")
    print(f"  interpretation      {_share(interpretation.interpreted, pairs)}")
    print(f"  latency             p50 {latency.p50(times):.0f} ms, p95 {latency.p95(times):.0f} ms")
    _print_kinds(asked)


def print_changes(asked: Sequence[Asked], earlier: Mapping[str, bool]) -> None:
    """Answers gained and lost since the committed result."""
    gained = [i.gold for i in asked if i.right and earlier.get(i.gold.id) is False]
    lost = [i.gold for i in asked if not i.right and earlier.get(i.gold.id) is True]
    for sign, golds in (("gained", gained), ("lost", lost)):
        print(f"  {sign} {len(golds)}")
        for gold in golds:
            print(f"    {gold.id}: {gold.question}")


def print_wrong(asked: Sequence[Asked]) -> None:
    for item in asked:
        if item.right and not item.wrong_figures:
            continue
        reasons = why_wrong(item.gold, item.answer)
        if item.wrong_figures:
            reasons.append(f"wrong figures {item.wrong_figures}")
        print(f"\n  {item.gold.id} [{item.gold.kind}] {item.gold.question}")
        print(f"    {'; '.join(reasons)}")
        print(f"    read as: {item.answer.get('interpretation')}")
        print(f"    answer: {item.answer.get('answer')}")


def _print_kinds(asked: Sequence[Asked]) -> None:
    total = Counter(item.gold.kind for item in asked)
    right = Counter(item.gold.kind for item in asked if item.right)
    parts = [f"{kind} {right[kind]}/{count}" for kind, count in sorted(total.items())]
    print(f"  by kind: {', '.join(parts)}")


def _share(
    measure: Callable[[Gold, dict[str, Any]], float | None],
    pairs: Sequence[tuple[Gold, dict[str, Any]]],
) -> str:
    values = [value for gold, answer in pairs if (value := measure(gold, answer)) is not None]
    return _percent(sum(values) / len(values) if values else None)


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"
