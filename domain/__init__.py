"""The words and rules of a target agreement: no IO, no clock, no library beside pydantic."""
