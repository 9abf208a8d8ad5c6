"""What the rendered pages say: tips, lists, worksheets and the training."""
