"""`plansvar index`."""

from __future__ import annotations

import sys
from pathlib import Path

from tqdm import tqdm

from plansvar.cli.arguments import Arguments
from plansvar.cli.output import note
from plansvar.errors import ArgumentError
from plansvar.pipeline import BuildReport, build_index
from plansvar.settings import Settings
from plansvar.texts import text

NOTHING = 1


def run(arguments: Arguments, settings: Settings) -> int:
    paths = _paths(arguments, settings)
    with Bar() as bar:
        report = build_index(paths, Path(settings.index), settings, bar)
    for skipped in report.skipped:
        why = " ".join(skipped.reason.split())
        note(text("cli.index.skipped", path=skipped.name, why=why))
    if not report.documents:
        note(text("cli.index.nothing"))
        return NOTHING
    _tell(report, settings.index)
    return 0


class Bar:
    """Progress as a bar on stderr, one for each stage."""

    def __init__(self) -> None:
        self._bar: tqdm[object] | None = None

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def begin(self, stage: str, total: int) -> None:
        self._close()
        self._bar = tqdm(
            total=total,
            desc=text(f"cli.index.{stage}"),
            file=sys.stderr,
            leave=False,
            mininterval=0.5,
            bar_format="{desc}: {percentage:3.0f} % |{bar}| {n_fmt}/{total_fmt}",
        )

    def step(self, count: int = 1) -> None:
        if self._bar is not None:
            self._bar.update(count)

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None


def _paths(arguments: Arguments, settings: Settings) -> list[Path]:
    if not arguments.paths:
        default = Path(settings.documents)
        if not default.exists():
            raise ArgumentError(text("cli.arguments.default_missing", path=default))
        return [default]
    paths = [Path(path) for path in arguments.paths]
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise ArgumentError(text("cli.arguments.no_such_path", path=missing[0]))
    return paths


def _tell(report: BuildReport, folder: str) -> None:
    if report.without_vectors:
        note(text("cli.index.without_vectors", why=report.without_vectors))
    if not report.changed:
        note(text("cli.index.unchanged", count=report.documents, folder=folder))
        return
    key = "done_one" if report.documents == 1 else "done"
    done = text(f"cli.index.{key}", count=report.documents, folder=folder)
    counts: dict[str, object] = dict(report.counts)
    note(done + " " + text("cli.index.counts", "sv", **counts))
