"""Whether git-crypt is to lock what lies in a folder."""

import pytest

from goalctl.documents.git_crypt import is_to_lock


@pytest.mark.parametrize(
    ("attributes", "is_said"),
    [
        ("practice/.gitattributes", True),
        ("practice/plans/.gitattributes", True),
        (".gitattributes", True),
        (".git/info/attributes", True),
        ("../.gitattributes", False),
    ],
    ids=["the workspace's", "the plans'", "the repository's", "those of this clone", "outside the repository"],
)
def test_attributes_of_the_whole_repository_count(tmp_path, attributes, is_said):
    repository = tmp_path / "home" / "repository"
    for folder in (repository / "practice" / "plans", repository / ".git" / "info"):
        folder.mkdir(parents=True)
    (repository / attributes).write_text("plans/** filter=git-crypt diff=git-crypt\n", encoding="utf-8")
    assert is_to_lock(repository / "practice" / "plans") is is_said
