"""The read API over HTTP: views and nothing of its own."""
