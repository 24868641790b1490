"""One metric a file: a share (0 to 1) of what it measures, or null when nothing counts."""
