"""How well quotes and their speakers are found."""
