"""The sample: the Heidekreis agreement of 2026 with invented figures."""
