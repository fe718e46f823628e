"""What is private or confidential in a text: asked by checks, reports and documents alike."""
