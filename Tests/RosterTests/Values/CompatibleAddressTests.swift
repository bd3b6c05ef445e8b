import GraphQL
import Testing
import Vault

@testable import Roster

@Suite("Addresses of OpenAI-compatible APIs")
struct CompatibleAddressTests {
    @Test(
        "are the base URL, the one beside a native API of the same origin, or that of a well-known SDK id",
        arguments: [
            ("made-up", "https://made-up.example/v1", "https://made-up.example/v1"),
            ("openai", nil, "https://api.openai.com/v1"),
            ("openai", "http://127.0.0.1:1234/v1", "http://127.0.0.1:1234/v1"),
            ("google", nil, "https://generativelanguage.googleapis.com/v1beta/openai"),
            (
                "google", "https://generativelanguage.googleapis.com/v1beta",
                "https://generativelanguage.googleapis.com/v1beta/openai"
            ),
            ("made-up", nil, nil),
            ("azure", nil, nil),
        ] as [(String, String?, String?)]
    )
    func address(sdkID: String, baseURL: String?, expected: String?) throws {
        let url = try baseURL.map { url throws(AddressFault) in try BaseURL(url) }
        let address = try CompatibleAddress.of(ProviderSDKID(sdkID), baseURL: url)
        #expect(address?.text == expected)
        if let url, let address { #expect(address.origin == url.origin) }
    }

    @Test("a new SDK id that sends a stored key to another company needs the key again")
    func renamed() async throws {
        try await LiveRegistry.with { live in
            let key = Secret("made-up-key-0123456789")
            let id = try await live.mutate { transaction in
                try await transaction.createProvider(NewProvider(name: "A", sdkID: "openai", apiKey: key)).provider.id
            }
            func rename(_ sdkID: String) async -> [String] {
                await refusals {
                    try await live.mutate {
                        let patch = ProviderPatch(sdkID: .set(sdkID))
                        _ = try await $0.updateProvider(id, patch, expectedVersion: nil)
                    }
                }
            }
            #expect(await rename("groq") == ["KEY_REENTRY_REQUIRED patch.apiKey"])
            #expect(await rename("my-openai").isEmpty)
            #expect(await rename("openai") == ["KEY_REENTRY_REQUIRED patch.apiKey"])
        }
    }
}
