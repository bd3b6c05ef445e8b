import Allocations

/// How long one thing takes and how many blocks of memory it asks for, from many samples in one process.
///
/// Written here because the packages that measure do it for synchronous closures only, and operations are run by
/// asynchronous ones. Figures of one run compare with each other; machines differ.
struct Measurement {
    let name: String
    /// What one call does so many of: fields, tokens; the time is given for each of them too.
    let units: (count: Int, name: String)
    /// Sorted, per call.
    let samples: [Duration]
    /// Blocks of memory asked for, per call.
    let allocations: Int

    /// In nanoseconds.
    var median: Int { samples[samples.count / 2].nanoseconds }

    /// Calls `body` for about a second after a warm-up, in samples of at least a millisecond.
    nonisolated(nonsending) static func of(
        _ name: String,
        units: (count: Int, name: String),
        _ body: nonisolated(nonsending) () async throws -> Void
    ) async rethrows -> Measurement {
        let clock = ContinuousClock()
        var calls = 1
        while try await clock.measure({ for _ in 0..<calls { try await body() } }) < .milliseconds(1) { calls *= 2 }
        let before = allocations_so_far()
        for _ in 0..<calls { try await body() }
        let allocations = (allocations_so_far() - before) / calls
        var samples: [Duration] = []
        let end = clock.now + .seconds(1)
        while clock.now < end || samples.count < 5 {
            samples.append(try await clock.measure { for _ in 0..<calls { try await body() } } / calls)
        }
        return Measurement(name: name, units: units, samples: samples.sorted(), allocations: allocations)
    }

    /// Name, fastest and median in microseconds, and the median per unit in nanoseconds.
    var line: String {
        let perUnit = Double(median) / Double(max(units.count, 1))
        return [
            name.padded(to: 34),
            "\(tenths(samples[0].nanoseconds / 100)) µs".padded(to: 14),
            "\(tenths(median / 100)) µs".padded(to: 14),
            "\(tenths(Int(perUnit * 10))) ns/\(units.name)".padded(to: 18),
            "\(allocations)",
        ].joined()
    }

    static let heading =
        "what".padded(to: 34) + "fastest".padded(to: 14) + "median".padded(to: 14)
        + "per unit".padded(to: 18) + "allocations"

    private func tenths(_ value: Int) -> String { "\(value / 10).\(value % 10)" }
}

extension Duration {
    fileprivate var nanoseconds: Int {
        Int(components.seconds) * 1_000_000_000 + Int(components.attoseconds / 1_000_000_000)
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(1, width - count))
    }
}
