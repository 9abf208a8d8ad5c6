"""How much an answer may hold."""

# In UTF-16 units, as fields count them. Files are held to it too: overrides/scripts/files/form-file.js.
MAX_TEXT_LENGTH = 100000
