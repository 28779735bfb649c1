"""Forms: their answers, scores, bands, ranges, and what lies between two of their scores."""
