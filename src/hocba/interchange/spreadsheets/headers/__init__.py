"""What the words of a sheet mean: column headers, titles, names of subjects."""
