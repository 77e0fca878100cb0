"""What is said, by whom, and how it stands. Knows no Prefect."""
