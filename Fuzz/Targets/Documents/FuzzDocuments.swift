import GraphQL
import Harness

/// Any bytes are refused or read; what is read prints as a text that reads back as the same document.
@main
enum FuzzDocuments: FuzzTarget {
    static func check(_ bytes: [UInt8]) {
        let document: AST.Document
        do throws(GraphQLError) {
            document = try AST.Document(parsing: bytes)
        } catch {
            guard error.code == .parseFailed || error.code == .limitExceeded else {
                Harness.fail("A text is refused without a code.")
            }
            return
        }
        let printed = document.printed
        // A printed text may be longer: block strings are indented, escapes spelt out.
        var limits = Limits()
        limits.bytes = .max
        limits.tokens = .max
        guard let again = try? AST.Document(parsing: printed, limits: limits) else {
            Harness.fail("What is printed cannot be read.")
        }
        guard structure(of: again) == structure(of: document) else {
            Harness.fail("What is printed reads back as something else.")
        }
    }
}
