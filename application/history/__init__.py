"""Entries, pages, filters, differences and exports."""
