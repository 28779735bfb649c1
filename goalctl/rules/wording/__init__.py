"""How a goal is worded, found with word lists and no grammar: what the client does, and by what number it is reached.

Lists beat parsing here: a hint that is wrong once in five is worse than none, so everything errs on the quiet side. The
labelled statements in the tests say how often each rule is right on goals that nobody looked at meanwhile.
"""
