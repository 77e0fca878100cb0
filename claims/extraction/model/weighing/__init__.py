"""What the reader says as positions, and how much rules and reader are to be believed."""
