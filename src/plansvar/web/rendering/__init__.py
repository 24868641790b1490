"""Domain values → HTML. Pure functions; everything that comes from outside is escaped."""
