"""Spreadsheets and packages in and out."""
