"""Questions of all kinds, as people write them, and what must be understood of each."""

from __future__ import annotations

from pathlib import Path

import pytest
from expectations import Case, asked, faults, read_cases
from fakes import MemoryLibrary

HERE = Path(__file__).parent
CASES = [case for path in sorted(HERE.glob("questions*.txt")) for case in read_cases(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: " > ".join((*case.before, case.question)))
def test_question_is_understood(case: Case, library: MemoryLibrary) -> None:
    assert faults(case, asked(case, library), library) == []
