"""Drives the real windows by keyboard, without a screen, and takes pictures on the way."""
