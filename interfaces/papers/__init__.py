"""Papers: readings of one agreement as known at an instant, as PDF and DOCX."""
