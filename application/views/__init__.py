"""What readers see: folds over records."""
