"""What the site knows beside its pages: reads the data files, and says what is wrong with them."""
