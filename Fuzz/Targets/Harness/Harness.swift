internal import CLibFuzzer
import Glibc

/// A part of the engine that takes bytes from strangers, and what has to hold for all of them.
package protocol FuzzTarget {
    /// Stops with `Harness.fail` where the property does not hold.
    static func check(_ bytes: [UInt8])
}

extension FuzzTarget {
    /// Hands over to libFuzzer, which reads the command line.
    package static func main() {
        Harness.check = check
        atexit { Harness.report() }
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        exit(
            withUnsafeMutablePointer(to: &arguments) { arguments in
                arguments.withMemoryRebound(to: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?.self, capacity: 1) {
                    LLVMFuzzerRunDriver(&count, $0) { Harness.measure($0, $1) }
                }
            }
        )
    }
}

/// Measures what each input costs, and stops at what no input may cost.
///
/// libFuzzer calls from one thread only, which is what makes the variables safe.
package enum Harness {
    /// Processor time that one input may take, in seconds.
    private static let limit = 1.0
    private nonisolated(unsafe) static var slowest = (seconds: 0.0, bytes: 0)
    fileprivate nonisolated(unsafe) static var check: ([UInt8]) -> Void = { _ in }

    fileprivate static func measure(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
        let input = Array(UnsafeBufferPointer(start: start, count: count))
        let before = clock()
        check(input)
        let seconds = Double(clock() - before) / Double(CLOCKS_PER_SEC)
        if seconds > slowest.seconds { slowest = (seconds, count) }
        if seconds > limit { fail("An input takes more than \(limit) s.") }
        return 0
    }

    /// Stops the run, so that libFuzzer keeps the input.
    package static func fail(_ sentence: String) -> Never {
        say("FAILED: \(sentence)")
        abort()
    }

    fileprivate static func report() {
        say("slowest input: \(slowest.seconds) s of processor time for \(slowest.bytes) bytes")
    }

    private static func say(_ sentence: String) {
        let line = Array((sentence + "\n").utf8)
        _ = write(STDERR_FILENO, line, line.count)
    }
}
