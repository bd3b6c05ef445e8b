"""Values for every field of any schema, derived from where the field stands: the same on both sides.

The recipe, which `Derivation.swift` follows step by step: a text of type, field, path, parent and arguments is hashed
(FNV-1a, 64 bits), the hash seeds SplitMix64, and its numbers choose among nulls, failures, wrong kinds of value and
right ones.
"""

import math
import struct

from graphql import (
    GraphQLEnumType,
    GraphQLError,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    Undefined,
)

MASK = (1 << 64) - 1


class SplitMix64:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & MASK
        return mixed ^ (mixed >> 31)

    def below(self, bound):
        return self.next() % bound


def fnv1a(text):
    value = 0xCBF29CE484222325
    for byte in text.encode("utf-8"):
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


def spelling(value):
    """A coerced argument as text that tells kinds and values apart; enum values are strings here."""
    if value is None or value is Undefined:
        return "n"
    if isinstance(value, bool):
        return "t" if value else "f"
    if isinstance(value, int):
        return f"i{value}"
    if isinstance(value, float):
        return "d" + struct.pack(">d", value + 0.0).hex()
    if isinstance(value, str):
        return f"s{len(value.encode('utf-8'))}:{value}"
    if isinstance(value, list):
        return "[" + ",".join(map(spelling, value)) + "]"
    return "{" + ",".join(f"{name}={spelling(item)}" for name, item in value.items()) + "}"


LEAVES = {
    "Int": [0, 1, -1, 42, 2147483647, -2147483648, 3.0, True, 2147483648, -2147483649, 1.5, "x", "", [1], {"a": 1}],
    "Float": [0, 1, -1.5, 1e300, 0.1, 2147483648, 1e-7, False, math.inf, "x", [1.5], {}],
    "String": ["", "a", "héllo 😀", 'q"\\\n\t\u0000', "שלום", 7, -7, 1.5, True, False, ["a"], {"a": "b"}],
    "Boolean": [True, False, 0, 1, 2, 1.5, 0.0, "true", "", [True], {}],
    "ID": ["", "a", "4", 4, -4, 2147483648, True, 1.5, [1], {}],
}
FREE = [0, 1.5, "any", True, [1, None, {"b": [], "a": "c"}], {"z": 1, "a": None}, [], {}]


class Derived:
    """An object of a type that the schema leaves open."""

    def __init__(self, type_name, token):
        self.type_name = type_name
        self.token = token


class Derivation:
    def __init__(self, schema, text):
        self.schema = schema
        self.random = SplitMix64(fnv1a(text))

    def value(self, kind, depth=0):
        roll = self.random.below(100)
        if isinstance(kind, GraphQLNonNull):
            return None if roll < 2 else self.present(kind.of_type, depth)
        return None if roll < 12 else self.present(kind, depth)

    def present(self, kind, depth):
        roll = self.random.below(100)
        if roll < 3:
            return GraphQLError("derived failure")
        if isinstance(kind, GraphQLList):
            if roll < 5:
                return 7
            return [self.value(kind.of_type, depth + 1) for _ in range(self.random.below(4 if depth == 0 else 3))]
        if isinstance(kind, GraphQLEnumType):
            if roll < 6:
                return "NO_SUCH_VALUE"
            names = list(kind.values)
            return names[self.random.below(len(names))]
        if isinstance(kind, GraphQLObjectType):
            return 7 if roll < 5 else Derived(kind.name, self.random.below(1000))
        if kind.name in LEAVES:
            leaves = LEAVES[kind.name]
            return leaves[self.random.below(len(leaves))]
        if not hasattr(kind, "resolve_type"):
            return FREE[self.random.below(len(FREE))]
        if roll < 5:
            return Derived(self.schema.query_type.name, self.random.below(1000))
        if roll < 7:
            return Derived(None, self.random.below(1000))
        names = sorted(possible.name for possible in self.schema.get_possible_types(kind))
        if not names:
            return None
        return Derived(names[self.random.below(len(names))], self.random.below(1000))


def resolve_field(parent, info, **arguments):
    token = parent.token if isinstance(parent, Derived) else parent
    path = "/".join(map(str, info.path.as_list()))
    text = f"{info.parent_type.name}.{info.field_name}|{path}|{token}|{spelling(arguments)}"
    return Derivation(info.schema, text).value(info.return_type)


def resolve_type(value, _info, _abstract_type):
    return value.type_name if isinstance(value, Derived) else None
