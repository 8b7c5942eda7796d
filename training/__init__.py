"""How each shipped resource is made; the app never imports this."""
