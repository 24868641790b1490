"""What was worked out is kept: for one library by itself, and never too much of it."""

from __future__ import annotations

from fakes import MemoryLibrary

from plansvar.asking.keeping import Kept, KeptBeside


def test_a_value_is_made_once() -> None:
    kept: Kept[list[int]] = Kept(limit=2)
    assert kept.get("a", lambda: [1]) is kept.get("a", lambda: [2])


def test_when_full_it_begins_anew() -> None:
    kept: Kept[str] = Kept(limit=2)
    for key in "abc":
        kept.get(key, lambda key=key: key)
    assert kept.get("a", lambda: "made again") == "made again"


def test_each_library_has_its_own_values() -> None:
    kept: KeptBeside[str] = KeptBeside(limit=2)
    first, second = MemoryLibrary([]), MemoryLibrary([])
    assert kept.get(first, "a", lambda: "of the first") == "of the first"
    assert kept.get(second, "a", lambda: "of the second") == "of the second"
    assert kept.get(first, "a", lambda: "made again") == "of the first"


def test_values_go_with_their_library() -> None:
    kept: KeptBeside[str] = KeptBeside(limit=2)
    library = MemoryLibrary([])
    kept.get(library, "a", lambda: "gone")
    del library
    assert not kept._owners


def test_for_what_cannot_be_watched_nothing_is_kept() -> None:
    kept: KeptBeside[str] = KeptBeside(limit=2)
    assert kept.get([], "a", lambda: "first") == "first"
    assert kept.get([], "a", lambda: "second") == "second"
