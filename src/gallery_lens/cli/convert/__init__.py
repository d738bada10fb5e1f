"""The command ``convert``, and the base of others that read and write documents."""
