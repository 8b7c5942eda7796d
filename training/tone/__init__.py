"""How the arrays of tone are made: `python -m training.tone FOLDER VECTORS`."""
