"""Keeps what was worked out, so that the same question is read once however many ask for it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """At most `limit` values by key; when full it is emptied, as what is asked for soon follows."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._values: dict[Hashable, Value] = {}

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of `key`, made when it is not kept. Two threads may both make it."""
        found = self._values.get(key)
        if found is None:
            found = make()
            if len(self._values) >= self._limit:
                self._values = {}
            self._values[key] = found
        return found


class KeptBeside(Generic[Value]):
    """At most `limit` values for each library or catalogue, gone with it."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._owners: WeakKeyDictionary[object, Kept[Value]] = WeakKeyDictionary()

    def get(self, owner: object, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of `key` for `owner`; made each time for one that cannot be watched."""
        try:
            kept = self._owners.get(owner)
            if kept is None:
                kept = self._owners[owner] = Kept(self._limit)
        except TypeError:
            return make()
        return kept.get(key, make)
