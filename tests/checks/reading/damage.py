"""Files as a broken disk or a bad transfer leaves them."""

from __future__ import annotations

from hypothesis import strategies as st

edits = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=6)), min_size=1, max_size=8
)
"""Where in a file, from 0 to 1, and what stands there now."""


def mutated(data: bytes, changes: list[tuple[float, bytes]]) -> bytes:
    out = bytearray(data)
    for place, piece in changes:
        at = int(place * len(out))
        out[at : at + len(piece)] = piece
    return bytes(out)
