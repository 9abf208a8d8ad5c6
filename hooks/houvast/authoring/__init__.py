"""What authors write: the blocks, their options and entries, with the lines at which they stand."""
