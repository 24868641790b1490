"""What can go wrong where a person can meet it.

    PlansvarError
    ├── ArgumentError        a wrong argument or setting            exit 2
    ├── UnusableIndex        the index cannot be used               exit 3
    │   ├── MissingIndex
    │   └── IncompatibleIndex   another version or another model
    ├── ReadingError         a file cannot be read                  the batch goes on
    └── EngineError          a model cannot be loaded
        └── MissingWeights      the answer goes on without vectors

Each message is one line of clear Swedish: what was wrong, what was possible, what to do.
"""

from __future__ import annotations


class PlansvarError(Exception):
    """Something that a person can meet; `str()` is a clear line in Swedish."""

    exit_code = 1


class ArgumentError(PlansvarError):
    exit_code = 2


class UnusableIndex(PlansvarError):  # noqa: N818
    exit_code = 3


class MissingIndex(UnusableIndex):
    pass


class IncompatibleIndex(UnusableIndex):
    pass


class ReadingError(PlansvarError):
    pass


class EngineError(PlansvarError):
    pass


class MissingWeights(EngineError):  # noqa: N818
    pass
