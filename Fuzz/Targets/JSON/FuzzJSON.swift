import Harness
import JSON

/// Any bytes are refused or read; what is read is written as a text that reads back as the same value.
@main
enum FuzzJSON: FuzzTarget {
    static func check(_ bytes: [UInt8]) {
        guard let value = try? JSONValue(parsing: bytes) else { return }
        for layout in [JSONValue.Layout.compact, .pretty] {
            var written: [UInt8] = []
            guard (try? value.write(to: &written, layout: layout)) != nil else {
                Harness.fail("What was read cannot be written.")
            }
            let limits = JSONLimits(bytes: .max, nameBytes: .max)
            guard let again = try? JSONValue(parsing: written, limits: limits) else {
                Harness.fail("What is written cannot be read.")
            }
            guard again == value else { Harness.fail("What is written reads back as something else.") }
        }
    }
}
