"""Tables read as they stand: rows with their label, and cells with the heading above them.

What is extracted as indicators and amounts is known by name, unit and measure. Many tables that
people compare figures of are neither (loans, schools, volumes); their rows are found by the words
of a question here."""
