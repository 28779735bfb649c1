"""Where risk stands: what was endorsed or found, what was asked and decided, what needs an act.

`picture.py` is the one place that knows. `reading.py` makes steps of the log, `recorded.py`, `said.py` and
`shorthand.py` read a record, `endorsed.py` a form, `course.py` follows one person and one concern through the steps,
`row.py` is what comes of it, `row_words.py` says it and `told.py` is what lists and their memory hold. `outreach.py` is
about a client who did not come, `safety_plan.py` about the safety plan, `crisis.py` puts it all on one screen.
`in_data.py` reads a plan that can't be loaded, `notes.py` guards notes (`manners.py`: what only sounds so; `typed.py`:
as it was typed; `beside.py`: beside the day's records), `own_forms.py` a practice's own forms.
"""
