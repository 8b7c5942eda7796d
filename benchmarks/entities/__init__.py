"""How well names are found and folded, beside other tools."""
