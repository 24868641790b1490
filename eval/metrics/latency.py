"""Milliseconds an answer took: the median and the 95th percentile."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median, quantiles


def p50(milliseconds: Sequence[float]) -> float:
    return median(milliseconds)


def p95(milliseconds: Sequence[float]) -> float:
    return quantiles(milliseconds, n=20)[-1] if len(milliseconds) > 1 else milliseconds[0]
