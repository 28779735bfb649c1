"""What tells bytes from all others. Light: `hashlib` loads OpenSSL first, which takes as long as a question should."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import blake2b
else:
    try:
        from _blake2 import blake2b  # where `hashlib` has it from, too
    except ImportError:
        from hashlib import blake2b

SIZE = 16  # bytes


def new_digest(data: bytes = b"") -> blake2b:
    """A digest that can be added to."""
    return blake2b(data, digest_size=SIZE)


def digest_of(data: bytes) -> bytes:
    """What tells the bytes of one file from all others."""
    return new_digest(data).digest()
