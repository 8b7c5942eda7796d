"""
A part of an analysis, still an analysis.

- narrow: by names, types, paragraphs and voice
- voices: the narrator and those quoted
"""
