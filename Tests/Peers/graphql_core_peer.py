"""An independent engine, graphql-core, that answers the same questions as the engine under test.

Reads one JSON object a line and answers with one JSON object a line. A question holds a schema in its definition
language, our own printed form of it, and documents; see `question` for what is answered. Values come from `derivation`,
which the engine under test mirrors in `Derivation.swift`.
"""

import copy
import json
import re
import sys

from graphql import (
    GraphQLError,
    OperationType,
    Undefined,
    ast_from_value,
    build_ast_schema,
    execute,
    introspection_types,
    parse,
    print_ast,
    validate,
    validate_schema,
)
from graphql.language import OperationDefinitionNode

from derivation import resolve_field, resolve_type



def place(text, position):
    """Line and column. This engine's own are wrong for what begins a line, and count characters, not UTF-16 units."""
    before = re.split("\r\n|\r|\n", text[:position])
    return [len(before), len(before[-1].encode("utf-16-le")) // 2 + 1]


def parse_failure(error, text):
    return {"stage": "parse", "messages": [error.message], "location": place(text, error.positions[0])}


def crash(error):
    """A defect of this engine, which its caller wants to hear of."""
    return {"stage": "crash", "messages": [f"{type(error).__name__}: {error}"]}


def build(sdl):
    """The schema, or what is wrong with it."""
    try:
        document = parse(sdl)
    except GraphQLError as error:
        return None, parse_failure(error, sdl)
    except Exception as error:
        return None, crash(error)
    try:
        schema = build_ast_schema(document)
        errors = validate_schema(schema)
    except (GraphQLError, TypeError, AssertionError) as error:
        # Rules of the definition language, all in one message.
        return None, {"stage": "validate", "messages": str(error).split("\n\n")}
    if errors:
        return None, {"stage": "validate", "messages": [error.message for error in errors]}
    return schema, None


def default_as_written(value, _info):
    literal = value[1].ast_node and value[1].ast_node.default_value
    if literal is None:
        # Only directives that are specified have defaults without a node.
        return None if value[1].default_value is Undefined else print_ast(ast_from_value(value[1].default_value, value[1].type))
    return print_ast(literal)


# This engine prints defaults after their coercion, which the edition does not ask for (section 4.2.4).
introspection_types["__InputValue"].fields["defaultValue"].resolve = default_as_written


def introspect(schema, query):
    return execute(schema, parse(query)).data


def answer(schema, document):
    try:
        return evaluate(schema, document)
    except Exception as error:
        return crash(error)


def evaluate(schema, document):
    try:
        syntax = parse(document["query"])
    except GraphQLError as error:
        return parse_failure(error, document["query"])
    printed = document.get("printed")
    reads_alike = printed is None or print_ast(parse(printed)) == print_ast(syntax)
    errors = validate(schema, syntax, max_errors=200)
    if errors:
        return {
            "stage": "validate",
            "messages": [error.message for error in errors],
            "places": [[place(document["query"], position) for position in error.positions or []] for error in errors],
            "readsAlike": reads_alike,
        }
    name = document.get("operationName")
    operations = [node for node in syntax.definitions if isinstance(node, OperationDefinitionNode)]
    chosen = [node for node in operations if name is None or node.name and node.name.value == name]
    if len(chosen) == 1 and chosen[0].operation is OperationType.SUBSCRIPTION:
        return {"stage": "subscription", "readsAlike": reads_alike}
    result = execute(
        schema,
        syntax,
        variable_values=document.get("variables"),
        operation_name=name,
        field_resolver=resolve_field,
        type_resolver=resolve_type,
    )
    errors = result.errors or []
    messages = [error.message for error in errors]
    if errors and any(error.path is None for error in errors):
        return {"stage": "request", "messages": messages, "readsAlike": reads_alike}
    return {
        "stage": "run",
        "data": result.data,
        "paths": [error.path for error in errors],
        "messages": messages,
        "readsAlike": reads_alike,
    }


def question(asked):
    """Answers `schema` and `variations` (null, or why it is refused), `introspection`, whether `printed` means the same, and `documents`.
    """
    variations = [build(sdl)[1] for sdl in asked.get("variations", [])]
    schema, refusal = build(asked["sdl"])
    if schema is None:
        return {"schema": refusal, "variations": variations}
    query = asked["introspection"]
    introspection = introspect(schema, query)
    printed = asked.get("printed")
    reads_alike = True
    if printed is not None:
        again, refusal = build(printed)
        reads_alike = again is not None and by_name(introspect(again, query)) == by_name(introspection)
    return {
        "schema": None,
        "variations": variations,
        "readsAlike": reads_alike,
        "introspection": introspection,
        "documents": [answer(schema, document) for document in asked.get("documents", [])],
    }


def by_name(introspection):
    """The order of types and directives is nobody's business; the order inside them is."""
    schema = copy.deepcopy(introspection["__schema"])
    for list_name in ("types", "directives"):
        schema[list_name] = sorted(schema[list_name], key=lambda item: item["name"])
    for kind in schema["types"]:
        if kind["possibleTypes"] and kind["kind"] == "INTERFACE":
            kind["possibleTypes"].sort(key=lambda item: item["name"])
    return schema


for line in sys.stdin:
    print(json.dumps(question(json.loads(line))), flush=True)
