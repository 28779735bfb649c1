"""Questions about a goal, a step, their measures, and the conversation in which a goal is found."""
