/// What the program's exit code says to a script.
enum CommandExit: Int32, Sendable {
    case done = 0
    /// The server answered with errors, or the work failed.
    case refused = 1
    /// The arguments are wrong.
    case usage = 2
    /// What is needed is not there just now: a server, a database, a free port (`EX_UNAVAILABLE` of sysexits).
    case unavailable = 69
    /// Something is set that cannot be used (`EX_CONFIG` of sysexits).
    case configuration = 78
}
