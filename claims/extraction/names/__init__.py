"""Who is named in a text: mentions, and the people and bodies that they name."""
