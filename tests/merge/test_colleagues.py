"""What two clones settle between colleagues at once: covers in the settings, points for supervision in a plan."""


def covers_of(clinic, who):
    listed = clinic.call(who, "cover", "--format", "csv").out
    return sorted(line.split(",")[0] for line in listed.splitlines()[1:])


def test_covers_of_both_are_on_record_in_both(clinic):
    clinic.call("anna", "cover", "m.kowalski", "--by", "s.lee", "--to", "+1w")
    clinic.call("bert", "cover", "n.intern", "--by", "s.lee", "--to", "+2w")
    for who in ("anna", "bert", "anna"):
        clinic.sync(who)
    assert covers_of(clinic, "anna") == covers_of(clinic, "bert") == ["m.kowalski", "n.intern"]


def test_one_ends_a_cover_while_the_other_adds_one(clinic):
    clinic.call("anna", "cover", "m.kowalski", "--by", "s.lee", "--to", "+1w")
    for who in ("anna", "bert"):
        clinic.sync(who)
    clinic.call("anna", "cover", "m.kowalski", "--end")
    clinic.call("bert", "cover", "n.intern", "--by", "s.lee", "--to", "+2w")
    for who in ("anna", "bert", "anna"):
        clinic.sync(who)
    assert covers_of(clinic, "anna") == covers_of(clinic, "bert") == ["n.intern"]


def test_flags_and_talks_of_both_stay(clinic):
    clinic.call("anna", "supervise", "c-ab1", "--about", "ending")
    for who in ("anna", "bert"):
        clinic.sync(who)
    clinic.call("anna", "supervise", "c-ab1", "--done", "two more", "--by", "anna")
    clinic.call("bert", "supervise", "c-ab1", "--done", "a letter", "--by", "bert")
    clinic.call("bert", "supervise", "c-ab1", "--about", "sleep", "--by", "bert")
    for who in ("anna", "bert", "anna"):
        clinic.sync(who)
    assert clinic.plan("anna") == clinic.plan("bert")
    assert [words in clinic.plan("anna") for words in ("two more", "a letter", "about: sleep")] == [True] * 3
