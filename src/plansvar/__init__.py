"""plansvar: checkable answers from a municipality's plans and reports."""

__version__ = "0.1.0"
