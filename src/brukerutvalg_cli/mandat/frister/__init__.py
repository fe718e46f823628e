"""A deadline: what the provision says, what lies ahead, and what is told of one that was not kept."""
