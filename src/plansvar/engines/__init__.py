"""Models behind one-method Protocols. Nothing here is imported before it is needed."""
