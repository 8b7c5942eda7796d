"""Every page through AppTest."""
