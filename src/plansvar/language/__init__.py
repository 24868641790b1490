"""Numbers, folding, stems, letter grams, vocabularies: for extraction, asking and index."""
