"""How the time of an analysis grows with the length of the text."""
