"""How much one visitor may ask: nothing is kept but when the latest questions came."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from plansvar.errors import ArgumentError
from plansvar.texts import text

MINUTE = 60.0
MOST_VISITORS = 10_000
DRAFT = 20  # a draft may be as long as this many questions


@dataclass
class Limits:
    """`longest` question in characters, and questions `per_minute` (null: no limit)."""

    longest: int = 1000
    per_minute: int | None = None
    clock: Callable[[], float] = time.monotonic
    _asked: OrderedDict[str, deque[float]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def checked(self, question: str, visitor: str) -> str:
        """The question without needless white space. Raises ArgumentError where it is none, too
        long, or one too many."""
        asked = " ".join(question.split())
        if not asked:
            raise ArgumentError(text("web.input.empty"))
        if len(asked) > self.longest:
            line = text("web.input.too_long", count=len(asked), most=self.longest)
            raise ArgumentError(line)
        if self.per_minute is not None and not self._one_more(visitor, self.per_minute):
            raise ArgumentError(text("web.input.too_many", most=self.per_minute))
        return asked

    def checked_draft(self, draft: str, visitor: str) -> str:
        """The text. Raises ArgumentError where there is none, too much, or one too many."""
        if not draft.strip():
            raise ArgumentError(text("web.check.empty"))
        most = self.longest * DRAFT
        if len(draft) > most:
            raise ArgumentError(text("web.check.too_long", count=len(draft), most=most))
        if self.per_minute is not None and not self._one_more(visitor, self.per_minute):
            raise ArgumentError(text("web.input.too_many", most=self.per_minute))
        return draft

    def _one_more(self, visitor: str, most: int) -> bool:
        now = self.clock()
        with self._lock:
            times = self._asked.setdefault(visitor, deque())
            self._asked.move_to_end(visitor)
            while len(self._asked) > MOST_VISITORS:
                self._asked.popitem(last=False)
            while times and now - times[0] > MINUTE:
                times.popleft()
            if len(times) >= most:
                return False
            times.append(now)
            return True


def limits_for(public: bool) -> Limits:
    return Limits(longest=500, per_minute=30) if public else Limits()
