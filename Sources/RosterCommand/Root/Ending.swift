import ArgumentParser
import Glibc
import SystemPackage

/// How the program ends when something else than success was thrown.
struct Ending {
    let exitCode: CommandExit
    /// What is said about it; nil for nothing.
    let message: String?

    /// Sorts an error of a command: our own, the argument parser's, and any other.
    init(of error: any Error, in command: (some ParsableCommand).Type) {
        switch error {
        case let fault as CommandFault:
            exitCode = fault.exitCode
            message = fault.message.map { "roster: \($0)" }
        case let fault as SettingFault:
            exitCode = fault.source == .option ? .usage : .configuration
            message = "roster: \(fault)"
        default:
            exitCode =
                switch command.exitCode(for: error) {
                case .success: .done
                case .validationFailure: .usage
                default: .refused
                }
            message = command.fullMessage(for: error)
        }
    }

    /// Says it, on standard output if it is what was asked for, such as `--help`, and ends the program.
    func leave() -> Never {
        if let message, !message.isEmpty {
            let stream: FileDescriptor = exitCode == .done ? .standardOutput : .standardError
            _ = try? stream.writeAll((message + "\n").utf8)
        }
        exit(exitCode.rawValue)
    }
}
