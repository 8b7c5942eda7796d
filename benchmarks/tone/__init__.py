"""How well tone is read, beside TextBlob, VADER and AFINN."""
