"""What this site is made of: tips, items, lists and their source points, without MkDocs at its heart."""
