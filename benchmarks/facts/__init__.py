"""How well figures and dates are found and read, on hand-annotated sentences."""
