"""Routes under ``/api/v1``: they read the query, call one view, and write the answer."""
