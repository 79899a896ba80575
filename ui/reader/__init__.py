"""The reader: documents shown from memory, nothing written to disk, nothing fetched."""
