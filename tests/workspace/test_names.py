"""Who the pseudonyms are: found by the workspace's id, outside it, and only while nobody else can read it."""

import stat
import sys

import pytest

from goalctl.model.errors import GoalctlError
from goalctl.model.identity import Identities
from goalctl.model.schema import schema_text
from goalctl.workspace.store.names import keep_name, names_file, names_of, share_names, sharing_group
from goalctl.workspace.store.practice import practice_at

SAM = {"name": "Samuel Example", "preferred_name": "Sam", "birth_date": "1984-03-02", "telephone": "07700 900123"}


@pytest.fixture
def folder(tmp_path_factory, monkeypatch):
    """Where the names are kept."""
    found = tmp_path_factory.mktemp("configuration")
    monkeypatch.setenv("GOALCTL_NAMES", str(found / "names"))
    return found / "names"


def with_id(practice, workspace="k7c2m9x4"):
    (practice / "goalctl.yaml").write_text(f"format: 2\nworkspace: {workspace}\n", encoding="utf-8")
    return practice_at(practice)


def test_a_name_is_kept_for_this_user_alone_and_found_again(practice, folder):
    path = keep_name(with_id(practice), "c-ab1", SAM)
    assert path == folder / "k7c2m9x4.yaml"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert names_of(with_id(practice))["c-ab1"].called == "Sam"


def test_an_editor_knows_the_keys_of_names(practice, folder):
    path = keep_name(with_id(practice), "c-ab1", SAM)
    assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=names.schema.json\n")
    assert (folder / "names.schema.json").read_text(encoding="utf-8") == schema_text(Identities)


@pytest.mark.usefixtures("folder")
def test_another_name_leaves_what_a_person_wrote_beside_it(practice):
    path = keep_name(with_id(practice), "c-ab1", SAM)
    path.write_text(path.read_text(encoding="utf-8") + "# called on Tuesdays\n", encoding="utf-8")
    keep_name(with_id(practice), "c-cd2", {"name": "Jo Example"})
    keep_name(with_id(practice), "c-ab1", {**SAM, "telephone": "07700 900999"})
    assert path.read_text(encoding="utf-8").endswith("# called on Tuesdays\n")
    assert names_of(with_id(practice))["c-ab1"].telephone == "07700 900999"
    assert set(names_of(with_id(practice))) == {"c-ab1", "c-cd2"}


@pytest.mark.usefixtures("folder")
def test_two_practices_never_mix(practice):
    keep_name(with_id(practice), "c-ab1", SAM)
    assert names_of(with_id(practice, "n3v8w2q5")) == {}


@pytest.mark.usefixtures("folder")
def test_a_workspace_without_an_id_has_no_names_and_says_what_to_add(practice):
    plain = practice_at(practice)
    assert names_of(plain) == {}
    with pytest.raises(GoalctlError, match="has no workspace id") as refused:
        names_file(plain)
    assert "workspace: " in refused.value.hint


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such modes")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644], ids=["the group", "others", "everybody"])
@pytest.mark.usefixtures("folder")
def test_a_file_that_others_can_read_is_not_used(practice, mode):
    keep_name(with_id(practice), "c-ab1", SAM).chmod(mode)
    with pytest.raises(GoalctlError, match="can read the names file") as refused:
        names_of(with_id(practice))
    assert "chmod 600" in refused.value.hint


@pytest.fixture
def shared(practice, folder):
    """A name that is shared with this user's own group, and the name of that group."""
    grp = pytest.importorskip("grp", reason="Windows has no such groups")
    keep_name(with_id(practice), "c-ab1", SAM)
    group = grp.getgrgid(folder.stat().st_gid).gr_name
    return share_names(with_id(practice), group), group


def test_a_group_that_the_file_names_may_read_and_keep_the_names(practice, folder, shared):
    path, group = shared
    assert (stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(folder.stat().st_mode)) == (0o660, 0o2770)
    keep_name(with_id(practice), "c-cd2", {"name": "Jo Example"})
    assert stat.S_IMODE(path.stat().st_mode) == 0o660
    assert stat.S_IMODE((folder / ".k7c2m9x4.lock").stat().st_mode) == 0o660
    assert set(names_of(with_id(practice))) == {"c-ab1", "c-cd2"}
    assert sharing_group(with_id(practice)) == group


@pytest.mark.parametrize(
    ("mode", "named"),
    [(0o664, "{}"), (0o660, "another"), (0o660, "")],
    ids=["others can read it", "of another group", "no group is named"],
)
def test_shared_names_that_anybody_else_can_read_are_not_used(practice, shared, mode, named):
    path, group = shared
    path.write_text(path.read_text(encoding="utf-8").replace(group, named.format(group)), encoding="utf-8")
    path.chmod(mode)
    with pytest.raises(GoalctlError, match="can read the names file"):
        names_of(with_id(practice))


def test_shared_names_are_closed_again(practice, folder, shared):
    share_names(with_id(practice), None)
    assert (stat.S_IMODE(shared[0].stat().st_mode), stat.S_IMODE(folder.stat().st_mode)) == (0o600, 0o700)
    assert "group" not in shared[0].read_text(encoding="utf-8")
    assert set(names_of(with_id(practice))) == {"c-ab1"}


@pytest.mark.usefixtures("shared")
def test_names_in_the_user_s_own_folder_are_shared_with_nobody(practice, folder, monkeypatch):
    monkeypatch.delenv("GOALCTL_NAMES")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder.parent))
    keep_name(with_id(practice), "c-ab1", SAM)
    with pytest.raises(GoalctlError, match="in your own folder") as refused:
        share_names(with_id(practice), "staff")
    assert "GOALCTL_NAMES" in refused.value.hint


def test_names_never_lie_in_the_workspace(practice, monkeypatch):
    monkeypatch.setenv("GOALCTL_NAMES", str(practice / "names"))
    with pytest.raises(GoalctlError, match="inside the workspace"):
        keep_name(with_id(practice), "c-ab1", SAM)
    assert not (practice / "names").exists()


@pytest.mark.usefixtures("folder")
def test_what_is_wrong_with_the_file_is_told_without_a_line_of_it(practice):
    path = keep_name(with_id(practice), "c-ab1", SAM)
    path.write_text(path.read_text(encoding="utf-8").replace("1984-03-02", "Samuel's day"), encoding="utf-8")
    with pytest.raises(GoalctlError) as refused:
        names_of(with_id(practice))
    assert all("Samuel" not in found.place.excerpt for _, found in refused.value.named_findings)


@pytest.mark.parametrize(("stated", "used"), [("/home/own", "/home/own"), ("relative", ""), ("", "")])
def test_the_configuration_folder_is_the_user_s_own_choice(practice, monkeypatch, stated, used):
    monkeypatch.delenv("GOALCTL_NAMES", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", stated)
    found = names_file(with_id(practice))
    assert found.parts[-3:] == ("goalctl", "names", "k7c2m9x4.yaml")
    assert found.is_absolute()
    assert str(found).startswith(used)


@pytest.mark.parametrize("wrong", ["../../etc", "K7C2M9X4", "short", "k7c2m9x45"])
def test_an_id_that_is_none_is_refused_with_the_settings(practice, wrong):
    assert [finding.code for finding in with_id(practice, wrong).findings] == ["E128"]
