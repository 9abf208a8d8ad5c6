"""Measures the site beside what people would use instead, from the same pages, on one machine, as ratios."""
