"""The pages: each router reads a form or a query, calls desk or views, and fills a template."""
