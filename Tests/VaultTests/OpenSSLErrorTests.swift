import Testing

@testable import Vault

@Suite("OpenSSL's errors")
struct OpenSSLErrorTests {
    @Test("a failure is thrown and leaves no notes in the thread's queue")
    func queue() throws {
        let cipher = try Cipher(.encrypt)
        do {
            try cipher.finish()  // OpenSSL notes that no algorithm was set.
            Issue.record("an operation without an algorithm succeeded")
        } catch {
            #expect(error == .operationFailed(.encryption))
        }
        #expect(!OpenSSL.hasNotes)
    }
}
