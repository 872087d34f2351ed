"""Readings as tables that people hand on: one form, written as CSV or as a workbook."""
