import ArgumentParser
import JSON
import Roster
import SystemPackage

/// `roster token list`.
struct TokenListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists all tokens that were ever made, oldest first; never their secrets."
    )

    @Flag(help: "Print a JSON array.")
    var json = false

    @OptionGroup var server: ServerOptions

    private static let document = """
        { tokens { id name role hint createdAt lastUsedAt expiresAt revokedAt } }
        """

    func run() async throws {
        let tokens = try await server.client().value(of: "tokens", in: Self.document)
        let text = json ? try tokens.text(layout: .pretty) : Self.table(tokens.arrayValue ?? [], at: .now)
        try FileDescriptor.standardOutput.writeAll((text + "\n").utf8)
    }

    /// A line each, in columns.
    static func table(_ tokens: [JSONValue], at now: Instant) -> String {
        let titles = ["ID", "ROLE", "ENDS IN", "LAST USED", "STATE", "NAME"]
        let rows = tokens.map { token in
            let text = { (member: String) in token[member]?.stringValue }
            return [
                text("id") ?? "", text("role") ?? "", "…" + (text("hint") ?? ""), text("lastUsedAt") ?? "never",
                state(revoked: text("revokedAt"), expires: text("expiresAt"), at: now), text("name") ?? "",
            ]
        }
        let widths = titles.indices.map { column in ([titles] + rows).map { $0[column].count }.max() ?? 0 }
        return ([titles] + rows).map { row in
            zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: max(0, width - cell.count))
            }.joined(separator: "  ").trimmingTrailingSpaces
        }.joined(separator: "\n")
    }

    private static func state(revoked: String?, expires: String?, at now: Instant) -> String {
        if revoked != nil { return "revoked" }
        guard let expires else { return "valid" }
        let isOver = Instant(expires).map { $0 <= now } ?? false
        return isOver ? "expired" : "until \(expires)"
    }
}

extension String {
    fileprivate var trimmingTrailingSpaces: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
