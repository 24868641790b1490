"""A question's text → a `Query` of the closed grammar, without a language model.

Text → tokens → words of the vocabularies → scope → links to names → rules → query.
"""

from plansvar.asking.understanding.interpreting import interpret
from plansvar.asking.understanding.understanding import understand

__all__ = ["interpret", "understand"]
