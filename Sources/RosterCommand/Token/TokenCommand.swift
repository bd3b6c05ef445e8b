import ArgumentParser

/// `roster token`.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Makes, lists and revokes access tokens.",
        discussion: """
            It takes a token with the role ADMIN: the first one of the local server, or ROSTER_TOKEN. The server is the \
            one that runs on the data directory here, or the one that ROSTER_URL names.

              roster token create "chat front end" --role viewer
              roster token list
              roster token revoke token_2

            Exit codes: 0 done, 1 the server refused, 2 wrong usage, 69 no server answers.
            """,
        subcommands: [TokenCreateCommand.self, TokenListCommand.self, TokenRevokeCommand.self]
    )
}
