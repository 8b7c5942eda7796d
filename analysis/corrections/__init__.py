"""
What a reader changed, replayed whenever the text is read.

- file: corrections as a file
- names: entities and quotes corrected
- places: places corrected
"""
