"""A small network that has read before: text to vectors, and from them names, tone toward somebody, tone of a sentence."""
