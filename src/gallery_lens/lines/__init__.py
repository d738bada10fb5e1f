"""Documents and lines of NDJSON, converted from their text, and what is found in them written down.

The command goes through here, and so do the processes and machines that share its work (``engines``):
what becomes of a line does not depend on who converts it.
"""
