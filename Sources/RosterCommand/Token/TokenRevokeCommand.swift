import ArgumentParser
import JSON
import OrderedCollections
import SystemPackage

/// `roster token revoke`.
struct TokenRevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Ends a token at once, on every server of the database."
    )

    @Argument(help: "Its id, as the list shows it: token_2.")
    var id: String

    @OptionGroup var server: ServerOptions

    func run() async throws {
        let document = "mutation ($id: ID!) { revokeToken(id: $id) { name } }"
        let token = try await server.client().value(of: "revokeToken", in: document, ["id": .string(id)])
        let name = token["name"]?.stringValue ?? ""
        try FileDescriptor.standardOutput.writeAll("Revoked \(id), \(name).\n".utf8)
    }
}
