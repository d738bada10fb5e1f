"""The base of all commands: their class, shared options, and settings."""
