"""Rows and passages that a query asks for, and the places that prove what they say."""
