"""Outcomes: use of hospitals, cost and experience counted from the same facts that name the people behind them."""
