"""Marks in table cells of office files and web pages: colours, symbols, shapes and pictures."""
