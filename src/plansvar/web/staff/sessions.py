"""Who is logged in: random tokens that end after some hours and with the program."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from plansvar.web.staff.passwords import matches

HOURS = 8 * 3600.0
TRIES, WITHIN = 5, 60.0


@dataclass
class Sessions:
    """`kept` is the hash of the password; empty means that nobody can log in."""

    kept: str
    clock: Callable[[], float] = time.monotonic
    _ends: dict[str, float] = field(default_factory=dict)
    _tries: list[float] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def open(self, password: str) -> str | None:
        """A token, or null where the password is wrong or there were too many tries."""
        with self._lock:
            now = self.clock()
            self._tries = [when for when in self._tries if now - when < WITHIN]
            if len(self._tries) >= TRIES:
                return None
            self._tries.append(now)
            if not self.kept or not matches(password, self.kept):
                return None
            self._tries.clear()
            token = secrets.token_urlsafe(32)
            self._ends = {t: end for t, end in self._ends.items() if end > now}
            self._ends[token] = now + HOURS
            return token

    def holds(self, token: str | None) -> bool:
        with self._lock:
            return token is not None and self._ends.get(token, 0.0) > self.clock()

    def close(self, token: str | None) -> None:
        with self._lock:
            self._ends.pop(token or "", None)
