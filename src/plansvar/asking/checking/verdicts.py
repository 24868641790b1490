"""What the check says of a statement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """Why a statement does not leave."""

    NO_EVIDENCE = "no_evidence"
    UNKNOWN_SOURCE = "unknown_source"
    NOT_AS_PRINTED = "not_as_printed"
    OTHER_CELL = "other_cell"
    NOT_QUOTED = "not_quoted"
    CLAIM_ALTERED = "claim_altered"
    OTHER_ROW = "other_row"
    UNSUPPORTED_NUMBER = "unsupported_number"
    WRONG_CALCULATION = "wrong_calculation"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A statement passes (`fault` is null) or not, and then `detail` is what was wrong."""

    fault: Fault | None = None
    detail: str = ""

    @property
    def passed(self) -> bool:
        return self.fault is None
