"""What is installed here, whether it is whole, and how fast it runs."""
