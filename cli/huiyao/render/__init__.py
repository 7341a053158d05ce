"""A summary on its way out: on the screen, as JSON."""
