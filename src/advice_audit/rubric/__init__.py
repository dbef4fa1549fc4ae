"""What an advice is judged by: the typed model of a rubric file, its loader, and dates as a council reckons them."""
