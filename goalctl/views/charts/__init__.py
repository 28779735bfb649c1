"""Scores over time, for a terminal and as SVG."""
