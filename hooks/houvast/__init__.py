"""The site in plain Python, in the order of its making: each room uses those above it only.

data       What the site knows beside its pages: reads the data files, and says what is wrong with them.
authoring  What authors write: the blocks, their options and entries, with the lines at which they stand.
model      What the rendered pages say: tips, lists, worksheets and the training.
checks     What has to hold of pages and data, each rule with a message that says file, line and remedy.
rendering  What goes into pages: forms, explanations, origins.
output     What is written beside pages: addresses, assets, policy, search, packages.
"""
