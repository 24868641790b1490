"""Documents → rows: indicators, commitments, amounts, assessment summaries, chunks."""
