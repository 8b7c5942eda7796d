"""What a reader changed."""
