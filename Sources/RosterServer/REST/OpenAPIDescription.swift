import GraphQL
import HTTPTypes
import JSON
import OrderedCollections
import Roster

/// The description of the routes in OpenAPI 3.1, made of their table and the schema.
enum OpenAPIDescription {
    static func json(of operations: [RESTOperation]) -> JSONValue {
        var paths: OrderedDictionary<String, JSONValue> = [:]
        for operation in operations {
            let path = operation.route.path.split(separator: "/").map {
                $0.hasPrefix(":") ? "/{\($0.dropFirst())}" : "/\($0)"
            }
            var item = paths[path.joined()]?.objectValue ?? [:]
            item[operation.route.method.rawValue.lowercased()] = operation.description
            paths[path.joined()] = .object(item)
        }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Roster",
                "version": "1",
                "description": .string(about),
            ],
            "paths": .object(paths),
            "security": [["token": []], ["session": []]],
            "components": [
                "securitySchemes": [
                    "token": ["type": "http", "scheme": "bearer", "description": "An access token: rst_…"],
                    "session": [
                        "type": "apiKey", "in": "cookie", "name": .string(SessionCookie(isSecure: false).name),
                    ],
                ],
                "schemas": ["Problem": problem],
                "responses": [
                    "Problem": [
                        "description": "Why it was not done (RFC 9457).",
                        "content": [
                            "application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]
                        ],
                    ]
                ],
            ],
        ]
    }

    private static let about =
        "The configuration of AI providers and models. Ids are integers, times are Unix seconds. Each route is a stored "
        + "operation of the GraphQL API at /graphql, which can do more."

    private static let problem: JSONValue = [
        "type": "object",
        "required": ["title", "status", "detail", "code"],
        "properties": [
            "title": ["type": "string"],
            "status": ["type": "integer"],
            "detail": ["type": "string", "description": "What is wrong, and what to do about it."],
            "code": ["type": "string", "description": "For programs, for example NOT_FOUND."],
            "errors": [
                "type": "array",
                "items": [
                    "type": "object",
                    "properties": [
                        "detail": ["type": "string"], "code": ["type": "string"],
                        "field": ["type": "string", "description": "The member to blame, for example models.0.name."],
                    ],
                ],
            ],
        ],
    ]
}

extension RESTOperation {
    /// The operation object.
    fileprivate var description: JSONValue {
        var operation: OrderedDictionary<String, JSONValue> = [
            "operationId": .string(name),
            "summary": .string(summary),
        ]
        if let role { operation["description"] = .string("Needs the role \(role.rawValue).") }
        if !parameters.isEmpty { operation["parameters"] = .array(parameters) }
        if !bodyVariables.isEmpty {
            operation["requestBody"] = ["required": true, "content": ["application/json": ["schema": bodySchema]]]
        }
        operation["responses"] = .object([
            String(route.status.code): success, "default": ["$ref": "#/components/responses/Problem"],
        ])
        return .object(operation)
    }

    private var success: JSONValue {
        guard route.status != .noContent else { return ["description": .string(route.status.reasonPhrase)] }
        return [
            "description": .string(route.status.reasonPhrase),
            "content": ["application/json": ["schema": shape.withoutNull.schema]],
        ]
    }

    private var parameters: [JSONValue] {
        var parameters = route.pathParameters.map { name -> JSONValue in
            ["name": .string(name), "in": "path", "required": true, "schema": RESTShape.id.schema]
        }
        parameters += route.query.compactMap { name -> JSONValue? in
            guard let type = variable(name)?.type else { return nil }
            return ["name": .string(name), "in": "query", "schema": InputSchema(schema).json(of: type.nullable)]
        }
        if variable(RESTRoute.expectedVersion) != nil {
            parameters.append([
                "name": "If-Match", "in": "header", "schema": ["type": "string", "pattern": "^\"[0-9]{1,9}\"$"],
                "description":
                    "The version that was read, in quotation marks: refused with 412 if there is a newer one.",
            ])
        }
        return parameters
    }

    private var bodySchema: JSONValue {
        var properties: OrderedDictionary<String, JSONValue> = [:]
        for variable in bodyVariables {
            properties[variable.variable] =
                route.nouns[variable.variable] == nil
                ? InputSchema(schema).json(of: variable.type) : RESTShape.id.schema
        }
        let required = bodyVariables.filter(\.isRequired).map { JSONValue.string($0.variable) }
        var body: OrderedDictionary<String, JSONValue> = ["type": "object", "properties": .object(properties)]
        if !required.isEmpty { body["required"] = .array(required) }
        return .object(body)
    }
}
