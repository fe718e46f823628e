"""Names, sides, offices, days and amounts, as they are said in a message."""
