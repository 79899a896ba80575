"""Steps from one schema to the next. A step that was released is never edited; a new one is added.

A column that is added later must be nullable, or every row digest changes and `db.migrate` refuses the result.
"""
