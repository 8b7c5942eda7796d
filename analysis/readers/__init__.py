"""From what people have (bytes of a file) to text; one input format a module."""
