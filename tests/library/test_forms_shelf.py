from goalctl.library.shelf import FormShelf, strays_in

MINE = "form: {form}\nversion: {version}\nname: {name}\nitems: [{{id: a, ask: How was it?}}]\n"


def own(folder, name="mine", form="mine", version=1, text=None):
    forms = folder / "forms"
    forms.mkdir(exist_ok=True)
    (forms / f"{name}.yaml").write_text(text or MINE.format(form=form, version=version, name=name))
    return forms


def form_and_problems(name, folder=None):
    shelf = FormShelf(folder)
    return shelf.get(name), shelf.problems(name)


def test_own_forms_stand_beside_the_shipped_ones(tmp_path):
    shelf = FormShelf(own(tmp_path))
    assert {"mine", "phq-9"} <= set(shelf)
    assert shelf["mine"].name == "mine"
    assert (shelf.is_own("mine"), shelf.is_own("phq-9")) == (True, False)


def test_an_own_form_takes_the_place_of_a_shipped_one(tmp_path):
    form, problems = form_and_problems("phq-9", own(tmp_path, name="phq-9", form="phq-9"))
    assert (form.items[0].ask, problems) == ("How was it?", ())


def test_a_broken_own_form_is_told_and_never_replaced_in_silence(tmp_path):
    forms = own(tmp_path, name="phq-9", text="form: phq-9\nnmae: PHQ\n")
    form, problems = form_and_problems("phq-9", forms)
    assert form is None
    assert {finding.code for finding in problems} == {"E120", "E130"}
    assert problems[0].place is not None


def test_a_form_that_no_one_has_is_told_with_the_nearest_name():
    form, (problem,) = form_and_problems("phq9")
    assert (form, problem.code, problem.hint) == (None, "E238", "did you mean phq-9?")


def test_a_file_whose_form_has_another_name_is_no_form(tmp_path):
    form, (problem,) = form_and_problems("mine", own(tmp_path, form="other"))
    assert (form, problem.code, problem.path, problem.place.line) == (None, "E239", ("form",), 1)


def test_a_version_is_pinned_by_a_file_beside(tmp_path):
    own(tmp_path, name="mine@1", version=1)
    shelf = FormShelf(own(tmp_path, version=2))
    assert [shelf[name].name for name in ("mine", "mine@1", "mine@2")] == ["mine", "mine@1", "mine"]
    assert "mine@1" not in list(shelf)


def test_a_version_that_no_one_has_is_not_another_one():
    shelf = FormShelf()
    assert "phq-9@7" not in shelf
    assert shelf.problems("phq-9@7")[0].message == "there is no version 7 of phq-9"


def test_listing_reads_no_file(tmp_path):
    forms = own(tmp_path, text="\0 no YAML at all")
    assert "mine" in list(FormShelf(forms))


def test_no_folder_of_own_forms_is_no_problem(tmp_path):
    assert set(FormShelf(tmp_path / "forms")) == set(FormShelf())


def test_a_file_with_another_ending_is_a_stray(tmp_path):
    forms = own(tmp_path)
    (forms / "old.yml").write_text("form: old\n")
    assert [path.name for path in strays_in(forms)] == ["old.yml"]
    assert "old" not in FormShelf(forms)


def test_a_form_cannot_lead_out_of_the_workspace(tmp_path):
    secret = tmp_path.parent / f"{tmp_path.name}-secret.yaml"
    secret.write_text(MINE.format(form="mine", version=1, name="secret"))
    forms = tmp_path / "forms"
    forms.mkdir()
    (forms / "mine.yaml").symlink_to(secret)
    form, (problem,) = form_and_problems("mine", forms)
    assert (form, problem.code) == (None, "E100")
