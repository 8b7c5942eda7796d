"""
What is known of the language; knows nothing of articles or names in the news.

- segment: a text to paragraphs and sentences
- cut: what no paragraph and no sentence is as long as
- tokens: a sentence to tokens
- words: word lists that several rooms share
- numbers: numbers in words and digits
- units: currencies and measures
- nouns: the noun that a number counts
- verbs: a verb's base form
- given_names: which given names women bear and which men
"""
