import ArgumentParser
import Configuration
import SystemPackage
import Testing

@testable import RosterCommand

struct SettingSourcesTests {
    @Test("options come before variables, variables before the file, and the file before what stands by itself")
    func precedence() throws {
        let file = try TemporaryDirectory()
        try file.write(#"{"port": 3, "host": "file.example", "log-level": "debug"}"#, to: "settings.json")
        let sources = try SettingSources(
            options: [.port: .int(1)],
            environment: [
                "ROSTER_PORT": "2", "ROSTER_HOST": "variable.example",
                "ROSTER_CONFIG": file.path.appending("settings.json").string,
            ]
        )
        #expect(try sources.value(.port) == .init(content: .int(1), source: .option))
        #expect(try sources.value(.host) == .init(content: .string("variable.example"), source: .environment))
        #expect(try sources.value(.logLevel) == .init(content: .string("debug"), source: .file))
        #expect(try sources.value(.logFormat) == .init(content: .string("text"), source: .fallback))
        #expect(try sources.value(.tlsKey) == nil)
    }

    @Test("every setting is read from its variable", arguments: Setting.allCases.filter { $0 != .config })
    func variables(setting: Setting) throws {
        let sources = try SettingSources(options: [:], environment: [setting.variable: "17"])
        #expect(try sources.value(setting)?.source == .environment)
    }

    @Test("every setting but a secret has an option, and the option sets it", arguments: Setting.allCases)
    func options(setting: Setting) throws {
        guard let option = setting.option else {
            #expect(setting.kind == .secret)
            return
        }
        let options = try SettingOptions.parse([option, "17"])
        #expect(options.given == [setting: setting.kind == .number ? .int(17) : .string("17")])
    }

    @Test(
        "a value of the wrong kind is refused by the name under which it was given, and is not shown",
        arguments: [
            (["ROSTER_PORT": "http-alt"], Setting.port, "ROSTER_PORT must be a whole number."),
            (["ROSTER_PORT": ""], .port, "ROSTER_PORT must be a whole number."),
            (["ROSTER_HOST": ""], .host, "ROSTER_HOST is empty; give it a value or leave it out."),
            (["DATABASE_URL": ""], .databaseURL, "DATABASE_URL is empty; give it a value or leave it out."),
        ]
    )
    func wrongKind(environment: [String: String], setting: Setting, message: String) throws {
        let sources = try SettingSources(options: [:], environment: environment)
        let fault = #expect(throws: SettingFault.self) { try sources.value(setting) }
        #expect(fault?.description == message)
    }

    @Test(
        "a settings file that is none is refused",
        arguments: [
            "[]", "{", #"{"prot": 80}"#, #"{"config": "other.json"}"#, #"{"port": true}"#, #"{"host": ["a"]}"#,
        ]
    )
    func badFile(contents: String) throws {
        let directory = try TemporaryDirectory()
        try directory.write(contents, to: "settings.json")
        let path = directory.path.appending("settings.json").string
        #expect(throws: SettingFault.self) { try SettingSources(options: [.config: .string(path)], environment: [:]) }
    }

    @Test("a settings file that is not there is refused")
    func noFile() {
        #expect(throws: SettingFault.self) {
            try SettingSources(options: [.config: .string("/nonexistent/settings.json")], environment: [:])
        }
    }

    @Test("the listing says where a value comes from and shows no secret")
    func listing() throws {
        let secret = "made-up-secret-of-the-listing"
        let sources = try SettingSources(
            options: [.port: .int(9)],
            environment: [
                "DATABASE_URL": "postgres://u:\(secret)@h/d", "ROSTER_MASTER_KEY": secret, "ROSTER_HOST": "h",
            ]
        )
        let listing = try sources.listing()
        #expect(!listing.contains(secret))
        #expect(listing.contains(/port +9 +from --port\n/))
        #expect(listing.contains(/host +h +from ROSTER_HOST\n/))
        #expect(listing.contains(/database-url +\(set, hidden\) +from DATABASE_URL\n/))
        #expect(listing.contains(/tls-key +\(not set\)\n/))
    }
}
