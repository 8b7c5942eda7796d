"""
An analysis as tidy frames; the one crossing from records to pandas.

- frame: how a frame is made and kept to its columns
- article: entities, mentions, places, paragraphs, words
- speech: quotes, speakers, verbs
- facts: figures and dates
- pairs: names beside one another
- compare: two articles
"""
