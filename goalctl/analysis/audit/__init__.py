"""What an audit looks at: the thread from problem to session, and where in the plan a thing stands."""
