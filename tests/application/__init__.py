"""Tests of views, lists and drafting from an earlier year."""
