"""
What stands behind a number.

- kinds: the kinds of subject, and how each is found
- find: a subject in, the sentences out
"""
