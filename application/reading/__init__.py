"""An agreement at an instant: attainment, explanation, its parts, and who sees what."""
