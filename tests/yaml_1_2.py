"""A loader of YAML 1.2 that is not ours: what an editor makes of a file."""

import io

from ruamel.yaml import YAML


def as_an_editor_reads(text):
    """The values as JSON would hold them: keys are text, days are text."""
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    yaml.constructor.yaml_constructors.pop("tag:yaml.org,2002:timestamp", None)
    yaml.constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)
    return _with_text_keys(yaml.load(io.StringIO(text)))


def _with_text_keys(value):
    if isinstance(value, dict):
        return {str(key): _with_text_keys(item) for key, item in value.items()}
    return [_with_text_keys(item) for item in value] if isinstance(value, list) else value
