"""Two clones of a repository that has its workspace in a folder, with plans that git-crypt locks."""

from tests.conftest import PLAN
from tests.git_crypt.conftest import ATTRIBUTES, git_crypt
from tests.merge.clinic import git


def two_below(folder, clinic, run):
    """The two workspaces; both clones are unlocked."""
    for name in ("one", "two"):
        if name == "one":
            git(folder, "init", "--quiet", "--initial-branch=main", name)
        else:
            git(folder, "clone", "--quiet", str(folder / "all.git"), name)
        for key, value in (("user.name", name), ("user.email", f"{name}@example.org")):
            git(folder / name, "config", key, value)
        if name == "one":
            _fill(folder, clinic, run)
        else:
            git_crypt(folder / name, "unlock", str(clinic.key))
    return folder / "one" / "practice", folder / "two" / "practice"


def _fill(folder, clinic, run):
    top, practice = folder / "one", folder / "one" / "practice"
    git_crypt(top, "unlock", str(clinic.key))
    run("init", practice, status=0)
    (practice / ".gitattributes").write_text(ATTRIBUTES, encoding="utf-8")
    settings = practice / "goalctl.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "commit: true\n", encoding="utf-8")
    (practice / "plans" / "c-ab1.yaml").write_text(PLAN, encoding="utf-8")
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message", "begin")
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main", "all.git")
    git(top, "remote", "add", "origin", str(folder / "all.git"))
    git(top, "push", "--quiet", "--set-upstream", "origin", "main")
