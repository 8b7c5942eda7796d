"""
Who says what.

- marks: stretches in quotation marks
- verbs: verbs and phrases of speech
- attribution: which words near a quote name its speaker
- noun_phrases: what can be a speaker
- transcripts: labels of turns
- speakers: those words to an entity
- pronouns: whom "he" means
- references: pronouns and descriptions of a text
- quotes: quotes with their speakers
- reported: what is reported without marks
"""
