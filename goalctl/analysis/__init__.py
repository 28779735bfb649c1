"""What follows from a plan and a day: scoring, series, trend, outcome, deadlines. Pure: today is passed in."""
