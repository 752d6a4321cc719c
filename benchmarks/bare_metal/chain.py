# SPDX-License-Identifier: Apache-2.0
"""Models that are a chain of custom operators without work (chain_ops.hpp): what is counted in them is the interpreter."""
import struct

OPS = 8  # those of chain_ops.hpp, in turn


def serialize(root):
    """A FlatBuffer of tables ({field: value}), vectors of them or of integers, strings, and scalars of up to four bytes."""
    data = bytearray(struct.pack("<I4s", 0, b"TFL3"))

    def reserve(size, alignment=4):
        data.extend(bytes(-len(data) % alignment + size))
        return len(data) - size

    def put(value):
        if isinstance(value, str):
            at = reserve(4 + len(value) + 1)
            struct.pack_into(f"<I{len(value)}s", data, at, len(value), value.encode())
        elif isinstance(value, list):
            at = reserve(4 + 4 * len(value))
            struct.pack_into("<I", data, at, len(value))
            for i, item in enumerate(value):
                fill(at + 4 + 4 * i, item)
        else:
            fields = max(value, default=-1) + 1
            vtable = reserve(4 + 2 * fields)
            at = reserve(4 + 4 * fields)
            struct.pack_into("<HH", data, vtable, 4 + 2 * fields, 4 + 4 * fields)
            struct.pack_into("<i", data, at, at - vtable)
            for field, item in value.items():
                struct.pack_into("<H", data, vtable + 4 + 2 * field, 4 + 4 * field)
                fill(at + 4 + 4 * field, item)
        return at

    def fill(at, value):
        if isinstance(value, int):
            struct.pack_into("<i", data, at, value)
        else:
            offset = put(value) - at
            struct.pack_into("<I", data, at, offset)

    root_at = put(root)
    struct.pack_into("<I", data, 0, root_at)
    return bytes(data)


def chain(length):
    """Tensor i is int32 [1]; operator i makes tensor i + 1 of tensor i."""
    int32, custom = 2, 32
    subgraph = {
        0: [{0: [1], 1: int32, 2: 0} for _ in range(length + 1)],
        1: [0],
        2: [length],
        3: [{0: i % OPS, 1: [i], 2: [i + 1]} for i in range(length)],
    }
    codes = [{0: custom, 1: f"Chain{i}", 2: 1, 3: custom} for i in range(OPS)]
    return serialize({0: 3, 1: codes, 2: [subgraph], 4: [{}]})
