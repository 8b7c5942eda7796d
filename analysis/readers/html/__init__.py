"""
Web pages: the article on them and nothing else.

- page: a page to a draft
- blocks: the blocks of a page, and which are the article's
- lines: a block to lines
- depth: pages nested deeper than the parser reads
"""
