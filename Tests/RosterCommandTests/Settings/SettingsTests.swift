import Configuration
import Roster
import RosterServer
import SystemPackage
import Testing

@testable import RosterCommand

struct SettingsTests {
    /// The folder of this package, which has what a home needs.
    private let home: [String: String] = ["ROSTER_HOME": Repository.root.string]

    @Test("without anything set the server keeps to itself")
    func standard() throws {
        let settings = try Settings(reading: SettingSources(options: [:], environment: home))
        #expect(settings.host == "127.0.0.1")
        #expect(settings.port == 8080)
        #expect(settings.database.dataDirectory == ".roster")
        #expect(settings.database.url == nil)
        #expect(settings.tls == nil)
        #expect(settings.anonymousRole == nil)
        #expect(settings.limits.body == 1 << 20)
        guard case .dataDirectory = settings.masterKey else {
            Issue.record("The master key is looked for elsewhere.")
            return
        }
    }

    @Test("roles are named in small letters", arguments: Role.allCases)
    func roles(role: Role) throws {
        let environment = home.merging(["ROSTER_ANONYMOUS_ROLE": role.rawValue.lowercased()]) { $1 }
        #expect(try Settings(reading: SettingSources(options: [:], environment: environment)).anonymousRole == role)
    }

    @Test(
        "settings that cannot be used are refused with what to do",
        arguments: [
            (["ROSTER_PORT": "65536"], "ROSTER_PORT must be between 0 and 65535."),
            (["ROSTER_PORT": "-1"], "ROSTER_PORT must be between 0 and 65535."),
            (["ROSTER_BODY_LIMIT": "10"], "ROSTER_BODY_LIMIT must be between 1024 and 67108864."),
            (["ROSTER_LOG_FORMAT": "xml"], "ROSTER_LOG_FORMAT must be one of text, json."),
            (["ROSTER_ANONYMOUS_ROLE": "ADMIN"], "ROSTER_ANONYMOUS_ROLE must be one of viewer, member, editor, admin."),
            (["ROSTER_TLS_KEY": "k"], "ROSTER_TLS_KEY is of use only with ROSTER_TLS_CERTIFICATE; give both."),
            (["ROSTER_TLS_CERTIFICATE": "c"], "ROSTER_TLS_CERTIFICATE is of use only with ROSTER_TLS_KEY; give both."),
            (
                ["ROSTER_TLS_SELF_SIGNED": "localhost", "ROSTER_TLS_KEY": "k"],
                "ROSTER_TLS_KEY and ROSTER_TLS_SELF_SIGNED exclude each other; give one of them."
            ),
            (
                ["ROSTER_TLS_CLIENT_CA": "a"],
                "ROSTER_TLS_CLIENT_CA is of use only with ROSTER_TLS_CERTIFICATE; give both."
            ),
            (["ROSTER_HEADER_TIMEOUT": "0"], "ROSTER_HEADER_TIMEOUT must be between 1 and 3600."),
            (
                ["ROSTER_MASTER_KEY": "k", "ROSTER_MASTER_KEY_FILE": "f"],
                "ROSTER_MASTER_KEY and ROSTER_MASTER_KEY_FILE exclude each other; give one of them."
            ),
            (
                ["DATABASE_URL": "postgres://h/d"],
                """
                ROSTER_MASTER_KEY is not set. A database of your own needs a master key of your own; \
                `openssl rand -hex 32` makes one.
                """
            ),
            (
                ["ROSTER_HOME": "/nonexistent"],
                "What ROSTER_HOME names is no folder with `Public` and `schema` in it."
            ),
        ]
    )
    func refusals(environment: [String: String], message: String) throws {
        let sources = try SettingSources(options: [:], environment: home.merging(environment) { $1 })
        let fault = #expect(throws: SettingFault.self) { try Settings(reading: sources) }
        #expect(fault?.description == message)
    }

    @Test("the README has the table of all settings as it is")
    func readme() throws {
        let readme = try Repository.text(of: "README.md")
        #expect(readme.contains(Setting.markdownTable))
    }
}
