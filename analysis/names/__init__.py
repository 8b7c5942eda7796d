"""
Who is named: from tokens to spans to entities.

- capitals: shouted text and headlines of capitals, read as usual
- slugs: what a wire service puts before its text
- features: what the recogniser sees of a word
- recognise: tokens to labelled spans, in two stages
- edges: where a span begins and ends
- known: well-known bodies and titled people that the recogniser missed
- agree: the spans of one document made to agree, and names found again
- forms: which forms may be one name
- fold: mentions of people and bodies to entities
- lands: mentions of places and peoples to entities
- resolve: spans to entities
"""
