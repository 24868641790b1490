"""A draft text against the documents: each sentence with figures is a claim to be proved."""

from plansvar.asking.claims.judging import judge_draft

__all__ = ["judge_draft"]
