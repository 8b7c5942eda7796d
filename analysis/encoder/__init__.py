"""A small network that has read before: names, tone toward somebody and tone of a sentence in one pass."""
