import ArgumentParser
import Configuration
import FoundationEssentials
import JSON
import OrderedCollections
import SystemPackage

/// Which server a command talks to.
struct ServerOptions: ParsableArguments {
    @Option(name: .customLong(Setting.dataDirectory.rawValue), help: "The local server's data directory.")
    var dataDirectory: String?

    /// A client of the server that the environment names, or that runs on the data directory.
    func client() throws -> GraphQLClient {
        let environment = ProcessInfo.processInfo.environment
        let sources = try SettingSources(
            options: dataDirectory.map { [.dataDirectory: .string($0)] } ?? [:], environment: environment)
        let folder = try sources.text(.dataDirectory)?.text ?? ""
        return GraphQLClient(
            target: try QueryTarget(environment: environment, dataDirectory: DataDirectory(FilePath(folder))))
    }
}

extension GraphQLClient {
    /// The value of a document's one root field.
    ///
    /// - Throws: `CommandFault.serverRefused` with the messages of a response that has errors.
    func value(
        of field: String, in document: String, _ variables: OrderedDictionary<String, JSONValue> = [:]
    ) async throws -> JSONValue {
        let response = try await send(QueryInput(document: document, variables: .object(variables)))
        let messages = response["errors"]?.arrayValue?.compactMap { $0["message"]?.stringValue } ?? []
        guard let value = response["data"]?[field], messages.isEmpty else {
            throw CommandFault.serverRefused(messages)
        }
        return value
    }
}
