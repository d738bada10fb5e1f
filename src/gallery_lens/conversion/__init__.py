"""One conversion: from a document in any dialect and wrapper to a value, with findings beside."""
