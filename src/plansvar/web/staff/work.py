"""Builds the index while the page goes on answering from the old one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from plansvar.errors import PlansvarError
from plansvar.pipeline import BuildReport, Progress, build_index
from plansvar.settings import Settings
from plansvar.texts import text
from plansvar.web.telling import failure_line

Build = Callable[[Progress], BuildReport]


@dataclass(frozen=True, slots=True)
class State:
    """How far the work has come; `lines` is the report of the latest that ended."""

    running: bool = False
    stage: str | None = None
    done: int = 0
    total: int = 0
    lines: tuple[str, ...] = ()


@dataclass
class Work:
    """One indexing at a time; what is asked for meanwhile is done afterwards."""

    build: Build
    _state: State = field(default_factory=State)
    _again: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def state(self) -> State:
        with self._lock:
            return self._state

    def start(self) -> None:
        with self._lock:
            if self._state.running:
                self._again = True
                return
            self._state = State(running=True)
        threading.Thread(target=self._run, daemon=True).start()

    def begin(self, stage: str, total: int) -> None:
        self._set(stage=stage, done=0, total=total)

    def step(self, count: int = 1) -> None:
        self._set(done=self.state.done + count)

    def _run(self) -> None:
        going = True
        while going:
            lines = self._built()
            with self._lock:
                going, self._again = self._again, False
                self._state = State(running=going, lines=lines)

    def _built(self) -> tuple[str, ...]:
        try:
            report = self.build(self)
        except PlansvarError as error:
            return (str(error),)
        except Exception as error:
            return (failure_line(error),)
        skipped = (text("cli.index.skipped", path=s.name, why=s.reason) for s in report.skipped)
        return (text("staff.built", count=report.documents, read=report.read), *skipped)

    def _set(self, **values: object) -> None:
        with self._lock:
            self._state = replace(self._state, **values)  # type: ignore[arg-type]


def work_for(settings: Settings) -> Work:
    """Indexes the folder of documents that the settings name."""
    folder, index = Path(settings.documents), Path(settings.index)
    return Work(lambda progress: build_index([folder], index, settings, progress, folder.is_dir()))
