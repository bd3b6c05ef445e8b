import GraphQL
import Harness

/// Any text is refused as a schema or accepted; what is accepted prints as a schema that prints the same.
@main
enum FuzzSchemas: FuzzTarget {
    static func check(_ bytes: [UInt8]) {
        guard let schema = try? Schema(sdl: String(decoding: bytes, as: UTF8.self)) else { return }
        guard let again = try? Schema(sdl: schema.sdl) else { Harness.fail("A printed schema is refused.") }
        guard again.sdl == schema.sdl else { Harness.fail("A printed schema prints otherwise.") }
    }
}
