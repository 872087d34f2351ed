"""What each sentence of the features means, one module per stage of life."""
