"""
PDF: lines put back together to paragraphs.

- pages: a file to a draft
- layout: columns and the order of reading
- lines: characters to lines to paragraphs
"""
