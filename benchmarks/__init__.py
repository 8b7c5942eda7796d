"""Accuracy and speed against other tools, one package a question."""
