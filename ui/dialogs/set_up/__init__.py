"""Forms of the set-up, used by the Admin page and wherever something of it is missing."""
