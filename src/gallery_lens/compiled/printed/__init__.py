"""The printed conversions, a module for each pair of dialects; see ``compiled._shipping``."""
