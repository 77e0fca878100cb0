"""The trained network as it ships: a page in windows, its outputs, what they say."""
