"""Printed tables: each is read once into columns and lines with labels, figures, years and units.

What is extracted as indicators and amounts is known by name, unit and measure. Many tables that
people ask of are neither (loans, schools, projects, volumes); their lines are found by the words of
a question here, to be ranked, limited, held against each other or told."""
