import GraphQL
import JSON
import OrderedCollections

extension Case {
    /// What must come of the case, in the words of `outcome`.
    func expected() throws -> String {
        switch expectation {
        case .response: try JSONValue(parsing: self[.response] ?? "").text(layout: .pretty)
        case .errors, .printed: expectation.flatMap { self[$0] } ?? ""
        default: ""
        }
    }

    /// What does come of it: nothing where all is well, errors a line each, a printed document, or a response.
    func outcome() async throws -> String {
        do {
            return switch expectation {
            case .response: try await response()
            case .printed: try printed()
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
            _ = try AST.SchemaCoordinate(parsing: coordinate)
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
