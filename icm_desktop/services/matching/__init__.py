"""Look-alikes: scoring again after every change, and what a person decided about two of them."""
