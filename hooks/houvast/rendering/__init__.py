"""What goes into pages: forms, explanations, origins."""
