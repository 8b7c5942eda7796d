"""How `analysis/resources/gazetteer.bin` is made: `python -m training.gazetteer` (see README.md beside this)."""
