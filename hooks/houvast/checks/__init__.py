"""What has to hold of pages and data, each rule with a message that says file, line and remedy."""
