"""What `.ci/run` installs for its second run."""

import tomllib

from tests.oldest import PROJECT, pins


def test_every_dependency_says_its_oldest_version():
    oldest = dict(
        pin.split(";")[0].strip().split("==")
        for pin in pins(tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"])
    )
    assert {"PyYAML", "typer", "pydantic", "weasyprint", "icalendar", "pytest"} < oldest.keys()
