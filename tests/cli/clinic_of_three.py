"""A clinic of three: m.kowalski, s.lee who supervises, and n.intern, whose entries are co-signed within a week."""

SETTINGS = """\
# ours
format: 2
workspace: wabcdefg
clinician: m.kowalski
clinicians:
  m.kowalski: {name: M. Kowalski, credential: LPC}
  s.lee: {name: S. Lee, credential: LCSW, email: s.lee@example.org}
  n.intern: {name: N. Intern, cosign_within: 7d}   # until June
"""

INTERNS = """\
client: {client}
clinician: n.intern
supervisor: s.lee
opened: 2026-01-05
problems: [{{id: p1, problem: Low mood}}]
sessions:
  - {{id: abc123, date: 2026-02-16, minutes: 50, by: n.intern, cpt: [90834], next: {next}}}
"""


def make_clinic(folder):
    """m.kowalski's c-ab1 is there already; n.intern has c-in1 and c-in2."""
    (folder / "goalctl.yaml").write_text(SETTINGS, encoding="utf-8")
    for client, following in (("c-in1", "2026-03-03"), ("c-in2", "2026-03-20")):
        text = INTERNS.format(client=client, next=following)
        (folder / "plans" / f"{client}.yaml").write_text(text, encoding="utf-8")
    return folder
