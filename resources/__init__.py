"""Files the program reads: content, code lists, schemas, translations, icons, fonts."""
