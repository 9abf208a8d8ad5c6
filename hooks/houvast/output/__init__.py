"""What is written beside pages: addresses, assets, policy, search, packages."""
