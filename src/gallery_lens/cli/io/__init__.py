"""Files of the commands: inputs, outputs, compression, progress."""
