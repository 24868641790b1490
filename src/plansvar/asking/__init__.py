"""Questions → answers: understanding, evidence, answering, checking, conversation."""
