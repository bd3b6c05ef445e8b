import Glibc
import Postgres
import Testing

@Suite("A connection is made, or the reason is known")
struct OpeningTests {
    @Test(
        "a string that libpq does not understand is refused without being shown",
        arguments: ["postgres://u:canary@h/d?canary=1", "host=h password", "canary canary", "x\0y", "canary=1"])
    func badString(_ text: String) {
        do throws(PostgresError) {
            _ = try ConnectionSettings(text)
            Issue.record("it was taken")
        } catch {
            #expect(error == .configuration(.connectionString))
            #expect(!error.logDescription.contains("canary"))
        }
    }

    @Test("settings show where they lead, never the password")
    func shown() throws {
        let settings = try ConnectionSettings("postgres://u:canary@h:5/d?sslpassword=canary&application_name=canary")
        #expect("\(settings)" == "host=h port=5 dbname=d")
        #expect(!String(reflecting: settings).contains("canary"))
        var dumped = ""
        dump(settings, to: &dumped)
        #expect(!dumped.contains("canary"))
    }

    @Test("a server that is not there is unavailable")
    func unreachable() async throws {
        do throws(PostgresError) {
            _ = try await Connection.open(ConnectionSettings("postgres://u:canary@127.0.0.1:1/d"))
            Issue.record("something answers on port 1")
        } catch .unavailable(let reason, let message) {
            #expect(reason == .unreachable)
            #expect(message?.contains("canary") == false)
        }
    }

    @Test("a database that does not exist is named as the reason")
    func unknownDatabase() async throws {
        let settings = try await ScratchCluster.shared.settings().database("no_such_database")
        do throws(PostgresError) {
            _ = try await Connection.open(settings)
            Issue.record("the database exists")
        } catch .refused(let reason, _) {
            #expect(reason == .unknownDatabase)
        }
    }

    @Test("a server that accepts and then says nothing is given up in time, or when the task is cancelled")
    func silent() async throws {
        let (listener, port) = try Self.silentServer()
        defer { close(listener) }
        var settings = try ConnectionSettings("host=127.0.0.1 port=\(port) sslmode=disable gssencmode=disable")
        settings.connectTimeout = .milliseconds(50)
        let impatient = settings
        await #expect(throws: PostgresError.timedOut(.connecting)) { try await Connection.open(impatient) }

        settings.connectTimeout = .seconds(600)
        let patient = settings
        let opening = Task { try await Connection.open(patient) }
        opening.cancel()
        await #expect(throws: PostgresError.cancelled) { try await opening.value }
    }

    @Test("of several hosts the one that answers is used")
    func hosts() async throws {
        let scratch = try await ScratchCluster.shared.socketDirectory()
        let settings = try ConnectionSettings(
            "host=127.0.0.1,\(scratch) port=1,5432 user=roster dbname=postgres target_session_attrs=read-write")
        let connection = try await Connection.open(settings)
        #expect(try await connection.query("SELECT 1", as: Int.self) == [1])
        await connection.close()
    }

    @Test("limits and name arrive at the server")
    func session() async throws {
        var settings = try await ScratchCluster.shared.settings()
        settings.applicationName = "a test"
        settings.statementTimeout = .milliseconds(1500)
        settings.lockTimeout = nil
        let connection = try await Connection.open(settings)
        for (name, value) in [
            ("application_name", "a test"), ("statement_timeout", "1500ms"), ("lock_timeout", "0"),
            ("idle_in_transaction_session_timeout", "30s"), ("client_encoding", "UTF8"),
        ] {
            #expect(try await connection.query("SELECT current_setting(\(name))", as: String.self) == [value])
        }
        await connection.close()
    }

    /// A TCP socket that lets connections wait in its queue for ever.
    private static func silentServer() throws -> (listener: CInt, port: Int) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                #expect(bind(listener, address, length) == 0)
                #expect(listen(listener, 8) == 0)
                #expect(getsockname(listener, address, &length) == 0)
            }
        }
        return (listener, Int(UInt16(bigEndian: address.sin_port)))
    }
}

extension ScratchCluster {
    func socketDirectory() async throws -> String {
        let connection = try await Connection.open(settings())
        let directory = try await connection.query(
            "SELECT current_setting('unix_socket_directories')", as: String.self)
        await connection.close()
        return directory[0]
    }
}
