import COpenSSL
import Testing

@testable import Vault

@Suite("OpenSSL's errors")
struct OpenSSLErrorTests {
    @Test("a failure is thrown and leaves nothing in the thread's error queue")
    func queue() {
        #expect(throws: VaultError.operationFailed(.encryption)) {
            try OpenSSL.check(EVP_CIPHER_fetch(nil, "no-such-cipher", nil), .operationFailed(.encryption))
        }
        #expect(ERR_peek_error() == 0)
        let cipher = EVP_CIPHER_fetch(nil, "no-such-cipher", nil)
        #expect(cipher == nil && ERR_peek_error() != 0)
        #expect(throws: VaultError.operationFailed(.digest)) { try OpenSSL.check(0, .operationFailed(.digest)) }
        #expect(ERR_peek_error() == 0)
    }

    @Test("success is not an error")
    func success() throws {
        try OpenSSL.check(1, .operationFailed(.digest))
    }
}
