"""A question's text → a `Query` of the closed grammar, without a language model.

Text → tokens → words of the vocabularies → scope → links to names → rules → query.
"""
