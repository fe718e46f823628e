"""One document, four readers: Markdown to review, HTML to paste and to print, and plain text to mail – of one parse."""
