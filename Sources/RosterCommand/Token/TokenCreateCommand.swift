import ArgumentParser
import JSON
import OrderedCollections
import Roster
import SystemPackage

/// `roster token create`.
struct TokenCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Makes a token and prints its secret, this once.",
        discussion: """
            Standard output has the secret and nothing else, for scripts:

              ROSTER_TOKEN=$(roster token create ci --role editor --expires-at 2030-01-31T00:00:00Z)
            """
    )

    @Argument(help: "Who or what will use it.")
    var name: String

    @Option(help: "What it may do: viewer, member, editor or admin.")
    var role: Role

    @Option(help: "When it stops working, for example 2030-01-31T00:00:00Z; else never.")
    var expiresAt: Instant?

    @OptionGroup var server: ServerOptions

    private static let document = """
        mutation ($input: CreateTokenInput!) { createToken(input: $input) { secret token { id } } }
        """

    func run() async throws {
        let input: JSONValue = [
            "name": .string(name),
            "role": .string(role.rawValue),
            "expiresAt": expiresAt.map { .string($0.description) } ?? .null,
        ]
        let new = try await server.client().value(of: "createToken", in: Self.document, ["input": input])
        guard let secret = new["secret"]?.stringValue, let id = new["token"]?["id"]?.stringValue else {
            throw CommandFault.serverRefused([])
        }
        try FileDescriptor.standardOutput.writeAll("\(secret)\n".utf8)
        try FileDescriptor.standardError.writeAll("This is \(id). Keep it safe: it is not shown again.\n".utf8)
    }
}

extension Role: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(rawValue: argument.uppercased())
    }

    public static var allValueStrings: [String] { allCases.map { $0.rawValue.lowercased() } }
}

extension Instant: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}
