extension MasterKey {
    /// Where a master key was looked for.
    package enum Source: Sendable, Hashable {
        case environment(variable: String)
        case file(path: String)
    }

    /// Why a master key is not taken.
    package enum Refusal: Sendable, Hashable {
        /// The variable is not set, or there is no such file.
        case missing
        case empty
        /// The text is neither hexadecimal digits nor base64, or the file is none of these and not raw bytes either.
        case malformed
        /// It stands for so many bytes instead of 32; a file that is far too long is not read to its end.
        case wrongLength(Int)
        case weak(Weakness)
        case notRegularFile
        /// Others than the owner may read or change the file; these are its permission bits.
        case openToOthers(mode: UInt32)
        /// The system call failed with this `errno`.
        case unreadable(_ errno: Int32)
        /// A new key was to be written where there is a file already.
        case alreadyExists
        /// The system call failed with this `errno`.
        case unwritable(_ errno: Int32)

        /// One sentence that says what is wrong and what to do.
        func sentence(about source: Source) -> String {
            let make = "`openssl rand -hex 32` makes one"
            return switch self {
            case .missing:
                switch source {
                case .environment: "There is no master key: \(source) is not set; \(make)."
                case .file: "There is no master key: \(source) does not exist; \(make)."
                }
            case .empty: "The master key in \(source) is empty; \(make)."
            case .malformed:
                "The master key in \(source) is neither 64 hexadecimal digits nor 32 bytes in base64; \(make)."
            case .wrongLength(let count):
                "The master key in \(source) stands for \(count) bytes instead of 32; \(make)."
            case .weak(let weakness): "The master key in \(source) is not random: \(weakness); \(make)."
            case .notRegularFile: "The master key cannot be read: \(source) is not a regular file."
            case .openToOthers(let mode):
                "The master key in \(source) has mode \(Self.octal(mode)), so others can reach it; `chmod 400` it."
            case .unreadable(let errno): "The master key in \(source) cannot be read: \(SystemError.text(errno))."
            case .alreadyExists: "No new master key was written: \(source) exists, and a key is never overwritten."
            case .unwritable(let errno): "No new master key was written to \(source): \(SystemError.text(errno))."
            }
        }

        private static func octal(_ mode: UInt32) -> String {
            let digits = String(mode, radix: 8)
            return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        }
    }
}

extension MasterKey.Source: CustomStringConvertible {
    package var description: String {
        switch self {
        case .environment(let variable): variable
        case .file(let path): path
        }
    }
}
