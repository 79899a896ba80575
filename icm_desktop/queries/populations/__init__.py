"""Who belongs to a target population: rules compiled to questions to the database, and the evidence of each person."""
