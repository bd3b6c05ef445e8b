import GraphQL
import JSON
import OrderedCollections

extension Case {
    /// What must come of the case, in the words of `outcome`.
    func expected() throws -> String {
        switch expectation {
        case .response: try JSONValue(parsing: self[.response] ?? "").text(layout: .pretty)
        case .errors, .printed, .resolved: expectation.flatMap { self[$0] } ?? ""
        default: ""
        }
    }

    /// What does come of it: nothing where all is well, errors a line each, a printed document, or a response.
    func outcome() async throws -> String {
        do {
            return switch expectation {
            case .response: try await response()
            case .printed: try printed()
            case .resolved: try resolved()
            default: try check()
            }
        } catch let error as GraphQLError {
            return [error].lines
        } catch let error as SDLErrors {
            return error.errors.lines
        }
    }

    /// Goes as far as the expectation asks: parses, or validates too.
    private func check() throws -> String {
        if let coordinate = self[.coordinate] {
            let coordinate = try AST.SchemaCoordinate(parsing: coordinate)
            if expectation == .errors { _ = try schema().element(at: coordinate) }
            return ""
        }
        guard let text = self[.document] else {
            _ = try Schema(sdl: self[.schema] ?? "")
            return ""
        }
        let document = try AST.Document(parsing: text)
        return expectation == .parses ? "" : try schema().validate(document).lines
    }

    private func printed() throws -> String {
        if let coordinate = self[.coordinate] { return try AST.SchemaCoordinate(parsing: coordinate).printed }
        if let text = self[.document] { return try AST.Document(parsing: text).printed }
        return try Schema(sdl: self[.schema] ?? "").sdl
    }

    /// What a coordinate names in the schema.
    private func resolved() throws -> String {
        let coordinate = try AST.SchemaCoordinate(parsing: self[.coordinate] ?? "")
        return switch try schema().element(at: coordinate) {
        case .type(let type): "type \(type.name)"
        case .field(let field): "field \(field.name)"
        case .inputField(let field): "input field \(field.name)"
        case .enumValue(let value): "enum value \(value.name)"
        case .argument(let argument): "argument \(argument.name)"
        case .directive(let directive): "directive \(directive.name)"
        case .directiveArgument(let argument): "directive argument \(argument.name)"
        case nil: "nothing"
        }
    }

    private func response() async throws -> String {
        let data = try self[.data] ?? chapter.data()
        let schema = try schema()
        let answers = CaseAnswers(try JSONValue(parsing: data), of: schema)
        let response: Response
        do {
            let document = try PreparedDocument(
                self[.document] ?? "",
                schema: schema.resolving { call in answers.answer(call) }
            )
            let variables = try JSONValue(parsing: self[.variables] ?? "{}").objectValue ?? [:]
            response = await (try document.operation(named: self[.operation], variables: variables))
                .run(in: NoContext())
        } catch let errors as RequestErrors {
            response = Response(errors)
        }
        return try JSONValue(parsing: response.body).text(layout: .pretty)
    }

    /// The case's own schema, or its chapter's.
    private func schema() throws -> Schema {
        if let sdl = self[.schema] { return try Schema(sdl: sdl) }
        return try Chapter.schemas[chapter]?.get() ?? Schema(sdl: "")
    }
}

extension [GraphQLError] {
    /// A line each: its places, and what it says.
    fileprivate var lines: String {
        map { error in
            let places = error.locations.map { "\($0.line):\($0.column)" }
            return (places.isEmpty ? ["-"] : places).joined(separator: " ") + " " + error.message
        }.joined(separator: "\n")
    }
}
