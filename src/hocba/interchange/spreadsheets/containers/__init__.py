"""Bytes of any spreadsheet container to plain grids of cells, in a process of bounded memory and time."""
