"""The steps of an import: files, what is known, rows in slices, changes, likenesses."""
