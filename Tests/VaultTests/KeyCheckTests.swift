import Testing

@testable import Vault

@Suite("The key check at start")
struct KeyCheckTests {
    let keyring: Keyring
    let other: KeyID
    let third: KeyID

    init() throws {
        keyring = Keyring(current: try .madeUp("current"), previous: [try .madeUp("previous")])
        other = try MasterKey.madeUp("other").id
        third = try MasterKey.madeUp("third").id
    }

    @Test("an empty database and one whose keys are all here are in order")
    func inOrder() {
        let stored = Dictionary(uniqueKeysWithValues: keyring.keyIDs.map { ($0, 3) })
        #expect(KeyCheck(stored: [:], keyring: keyring) == .ok)
        #expect(KeyCheck(stored: stored, keyring: keyring) == .ok)
        #expect(KeyCheck(stored: [other: 0], keyring: keyring) == .ok)
    }

    @Test("keys that are not here are listed with their secrets, the most used first")
    func missing() {
        let check = KeyCheck(stored: [keyring.current.id: 5, third: 1, other: 12], keyring: keyring)
        #expect(
            check
                == .missing(
                    needed: [.init(key: other, secrets: 12), .init(key: third, secrets: 1)],
                    have: keyring.keyIDs
                )
        )
    }

    @Test("the message names the keys that are needed, how many secrets need them, and the keys that are here")
    func message() {
        let check = KeyCheck(stored: [third: 1, other: 12], keyring: keyring)
        #expect(
            "\(check)" == """
                Stored API keys need a master key that is not configured. \
                Needed: \(other.fingerprint) for 12 API keys, \(third.fingerprint) for 1 API key. \
                Configured: \(keyring.keyIDs[0].fingerprint), \(keyring.keyIDs[1].fingerprint). \
                Start with the needed key. Nothing was written.
                """
        )
    }

    @Test("a fingerprint reads back as its key id, and nothing else does")
    func fingerprints() {
        #expect(KeyID(fingerprint: other.fingerprint) == other)
        #expect(KeyID(fingerprint: other.fingerprint.uppercased()) == other)
        #expect(KeyID(bytes: other.bytes) == other)
        for text in ["", "0", "00112233445566", "001122334455667788", "zz11223344556677"] {
            #expect(KeyID(fingerprint: text) == nil)
        }
        #expect(KeyID(bytes: [1, 2, 3]) == nil)
    }
}
