"""Nothing leaves that its sources do not prove."""

from plansvar.asking.checking.statements import check_statement
from plansvar.asking.checking.verdicts import Fault, Verdict
from plansvar.asking.checking.whole import check_answer

__all__ = ["Fault", "Verdict", "check_answer", "check_statement"]
