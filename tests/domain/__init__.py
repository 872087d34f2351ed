"""Tests of the domain: no database, no files but published figures, no clock."""
