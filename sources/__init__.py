"""Where material comes from. Knows no claims."""
