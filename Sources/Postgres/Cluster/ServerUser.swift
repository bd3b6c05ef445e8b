import Glibc
import Subprocess
import SystemPackage

/// The user that PostgreSQL's programs run as: `postgres` when we are root, for they refuse root; ourselves otherwise.
struct ServerUser: Sendable, Equatable {
    let id: uid_t
    let group: gid_t
    /// Whether this is another user than the one that we are.
    let isOther: Bool

    /// Errors are `.cluster(.noUser)`.
    static func current() throws(PostgresError) -> ServerUser {
        guard geteuid() == 0 else { return ServerUser(id: geteuid(), group: getegid(), isOther: false) }
        guard let entry = getpwnam("postgres"), entry.pointee.pw_uid != 0 else { throw .cluster(.noUser) }
        return ServerUser(id: entry.pointee.pw_uid, group: entry.pointee.pw_gid, isOther: true)
    }

    /// How a program ended.
    struct Outcome: Sendable {
        /// -1 when it was ended by a signal.
        let exitCode: Int
        let output: String

        var succeeded: Bool { exitCode == 0 }
    }

    /// Runs a program as this user, without root's groups, and waits for it.
    ///
    /// Its environment is only what it needs, so no secret of ours reaches it. `.cluster(.failed)` when it cannot be
    /// started; how it ends is for the caller to judge.
    ///
    /// `setpriv` (util-linux) changes the user. To change it between `fork` and `exec`, as Subprocess does, may hang
    /// for ever: glibc then waits for threads of the parent that the child does not have.
    func run(
        _ program: FilePath,
        _ arguments: [String],
        in directory: FilePath = "/"
    ) async throws(PostgresError) -> Outcome {
        do {
            let change = ["/usr/bin/setpriv", "--reuid=\(id)", "--regid=\(group)", "--clear-groups", "--"]
            let words = (isOther ? change : []) + [program.string] + arguments
            let result = try await Subprocess.run(
                .path(FilePath(words[0])), arguments: Arguments(Array(words.dropFirst())),
                environment: .custom(["PATH": "/usr/bin:/bin", "LC_ALL": "C"]), workingDirectory: directory,
                output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
            let output = [result.standardOutput, result.standardError].compactMap(\.self).joined()
            guard case .exited(let code) = result.terminationStatus else {
                return Outcome(exitCode: -1, output: output)
            }
            return Outcome(exitCode: Int(code), output: String(output.suffix(2000)))
        } catch {
            throw .cluster(.failed(program: program.lastComponent?.string ?? "program", output: "\(error)"))
        }
    }
}
