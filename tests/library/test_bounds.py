"""Where bands begin, cut-offs lie and a change counts: entered a second time, from what the forms cite.

`second_source/` does that from a source of another kind where there is one; here stands what it leaves out.
"""

import pytest

from goalctl.library.shelf import FormShelf

FORMS = FormShelf()
BANDS = """
bsl-23    total      0.28 1.07 1.87 2.67 3.47
core-10   total      6 11 15 20 25
core-om   total      10 15 20 25
gds-15    total      5 9 12
rosenberg total      15 26
sdq-self  total      16 20
sdq-self  emotional  6 7
sdq-self  conduct    4 5
sdq-self  hyperactivity 6 7
sdq-self  peer       4 6
sdq-self  prosocial  5 6
y-bocs    total      8 16 24 32
"""
CUT_OFFS = """
bam       use        >=1
bam       risk       >=12
bam       protection <=12
core-10   total      >=11 >=13
csi-4     total      <13.5
ede-q     total      >=2.8
gad-7     total      >=8 >=10
gds-15    total      >=5
mast-24   total      >=5 >=13
oci-r     total      >=21 >=16 >=28
oq-45     total      >=64 >=56
ors       total      <=25 <28 <32
pc-ptsd-5 total      >=3 >=4
pdss-sr   total      >=8 >=10 >=11 >=14 >=16
phq-a     total      >=11
promis-anxiety total >55
pswq      total      >=45 >=62
reqol-10  total      <24
srs       total      <36
"""
CHANGES = """
core-10   reliable 6    at 90 %
core-om   reliable 5
epds      reliable 4    at 95 %
gad-7     reliable 4
gad-7     reliable 6    at 95 %
gbo       reliable 2.45
isi       reliable 7    at 95 %
k6        reliable 9    at 95 %
oci-r     reliable 13
oci-r     reliable 15
oq-30     reliable 10
oq-45     reliable 14
oq-45     reliable 18
ors       reliable 5
pcl-5     reliable 15
pcl-5     reliable 12
phq-9     reliable 6
whodas-12 reliable 8.6
wsas      reliable 8
bdi-ii    mid      3.5
epds      mid      4
gad-7     mid      1.5
isi       mid      6
pcl-5     mid      10
phq-9     mid      5
phq-9     mid      1.7
pss-10    mid      11
promis-depression mid 3.5
who-5     mid      10
whodas-12 mid      4.7
srs       notable  1
phq-9     response 50
y-bocs    response 35
isi       below    8
pcl-5     below    29
phq-9     below    5
y-bocs    below    13
bsl-23    missing  2
core-10   missing  1
core-om   missing  3
phq-9     missing  2
phq-a     missing  2
whodas-12 missing  1
"""


def rows(table):
    for line in table.strip().splitlines():
        form, part, *figures = line.split()
        yield pytest.param(form, part, figures, id=f"{form} {part}")


def part_of(form, part):
    scoring = FORMS[form].scoring
    return scoring if part == "total" else scoring.subscales[part]


@pytest.mark.parametrize(("form", "part", "begin"), list(rows(BANDS)))
def test_the_bands_begin_where_they_were_published(form, part, begin):
    assert [band.from_ for band in part_of(form, part).bands] == [0, *map(float, begin)]


@pytest.mark.parametrize(("form", "part", "at"), list(rows(CUT_OFFS)))
def test_the_cut_offs_lie_where_they_were_published(form, part, at):
    assert [f"{one.when.operator}{one.when.number:g}" for one in part_of(form, part).cut_offs] == at


def test_a_change_counts_from_what_was_published():
    found = []
    for name in FORMS:
        scoring = FORMS[name].scoring
        if scoring is None:
            continue
        stated = [one for one in scoring.reliable_change if one.points_ is not None]
        found += [(name, "reliable", f"{one.points_:g}", f"{one.confidence or 0:g}") for one in stated]
        found += [(name, "mid", f"{one.points:g}", "0") for one in scoring.mid]
        found += [(name, "notable", f"{one.points:g}", "0") for one in scoring.notable_change]
        found += [(name, "response", f"{one.percent:g}", "0") for one in [scoring.response] if one]
        found += [(name, "below", f"{one.below:g}", "0") for one in [scoring.remission] if one]
        found += [(name, "missing", f"{one.missing}", "0") for one in [scoring.prorate] if one]
    wanted = [line.split() for line in CHANGES.strip().splitlines()]
    assert sorted(found) == sorted((*row[:3], row[4] if row[3:] else "0") for row in wanted)
