import Foundation
import GraphQL

/// What documents of a megabyte cost that were written to cost much: processor time and memory until they are refused,
/// or accepted where there is nothing wrong with them.
struct HostileBenchmark {
    private static let size = 1_000_000

    /// A document of a megabyte at most: `unit` again and again between two ends.
    private static func filled(_ start: String, _ unit: String, _ end: String = "") -> String {
        let room = size - start.utf8.count - end.utf8.count
        return start + String(repeating: unit, count: room / unit.utf8.count) + end
    }

    private static func each(_ start: String, _ end: String = " }", unit: (Int) -> String) -> String {
        var text = start
        var index = 0
        while text.utf8.count < size - 100 {
            text += unit(index)
            index += 1
        }
        return text + end
    }

    private static let documents: [(name: String, text: String)] = [
        ("commas", filled("{ item { id } }", ",")),
        ("comments", filled("{ item { id } }", "#\n")),
        ("byte-order marks", filled("{ item { id } }", "\u{FEFF}")),
        ("one block string", filled("{ item { id @skip(if: \"\"\"", "a\n  ", "\"\"\") } }")),
        ("escapes", filled("{ item { id @skip(if: \"", "\\u0041", "\") } }")),
        ("an unterminated string", filled("{ item(id: \"", "a")),
        ("selection sets", filled("", "{a")),
        ("lists", filled("{ item(id: ", "[")),
        ("one long name", filled("{ ", "a", " }")),
        ("one long number", filled("{ item(id: ", "9", ") { id } }")),
        ("equal fields", filled("{ item {", " id", " } }")),
        ("equal fields of objects", filled("{", " item { id }", " }")),
        ("aliases", each("{ item {", " } }") { " a\($0): id" }),
        ("unknown fields", each("{ item {", " } }") { " field\($0)" }),
        ("unknown directives", each("{ item { id") { " @directive\($0)" }),
        ("variables", each("query(", ") { item { id } }") { "$v\($0): Int " }),
        ("operations", each("", "") { "query Q\($0) { item { id } } " }),
        (
            "a ring of fragments",
            each("{ ...F0 }", "fragment F0 on Query { ...F1 }") { "fragment F\($0 + 1) on Query { ...F\($0 + 2) } " }
        ),
        ("nulls of text", filled("{ item { id } }", "\u{0}")),
    ]

    /// With the usual limits, and with none on tokens, so that what comes after the parser is seen too.
    func run() throws {
        let schema = try Schema(query: Shop())
        print("document of 1 MB".padding(28), "CPU ms".padding(10), "MiB".padding(8), "without a limit on tokens")
        for (name, text) in Self.documents {
            let usual = Cost.of { Self.prepare(text, schema, Limits()) }
            var wide = Limits()
            wide.tokens = .max
            let unlimited = Cost.of { Self.prepare(text, schema, wide) }
            print(name.padding(28), usual.line, unlimited.line, usual.result.prefix(70))
        }
    }

    private static func prepare(_ text: String, _ schema: Schema, _ limits: Limits) -> String {
        do {
            _ = try PreparedDocument(text, schema: schema, limits: limits).operation()
            return "accepted"
        } catch {
            return error.errors.first?.message ?? "refused"
        }
    }
}

/// The processor time of one call, and the memory that it took at its peak beyond what was there.
private struct Cost {
    let milliseconds: Double
    let mebibytes: Double
    let result: String

    var line: String {
        String(format: "%.1f", milliseconds).padding(10) + " " + String(format: "%.1f", mebibytes).padding(8)
    }

    static func of(_ body: () -> String) -> Cost {
        // Sets the high-water mark back to what is resident now (proc(5), clear_refs).
        try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
        let before = status("VmRSS:")
        let start = clock()
        let result = body()
        let time = Double(clock() - start) * 1_000 / Double(CLOCKS_PER_SEC)
        return Cost(milliseconds: time, mebibytes: Double(status("VmHWM:") - before) / 1_024, result: result)
    }

    /// A line of `/proc/self/status`, in kibibytes.
    private static func status(_ name: String) -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
        return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
    }
}

extension String {
    fileprivate func padding(_ width: Int) -> String { padding(toLength: width, withPad: " ", startingAt: 0) }
}
