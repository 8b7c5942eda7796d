"""
Files of word processors, which are ZIPs of XML.

- package: their parts, opened within bounds
- docx: Word
- odt: OpenDocument
"""
