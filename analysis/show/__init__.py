"""
Words, colours and windows said once, for the screen and the printed report.

- words: numbers, names and scores in words
- pair_words: sentences about names beside one another
- accuracy: how often Dateline is right
- palette: every colour that means something
- window: what part of the world a map shows
- markup: text to safe HTML
"""
