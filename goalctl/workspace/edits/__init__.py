"""Where a thing stands in a plan, and the edits that put another value there."""
