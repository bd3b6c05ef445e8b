import Roster
import Testing

@Suite("Base URLs")
struct BaseURLTests {
    @Test(
        "are kept with their origin in one spelling and no slash at their end",
        arguments: [
            ("https://api.openai.com/v1", "https://api.openai.com/v1", "https://api.openai.com"),
            ("HTTPS://API.OpenAI.com/V1", "https://api.openai.com/V1", "https://api.openai.com"),
            ("  https://api.openai.com/v1/\n", "https://api.openai.com/v1", "https://api.openai.com"),
            ("https://api.deepseek.com/", "https://api.deepseek.com", "https://api.deepseek.com"),
            ("https://example.com:443/a", "https://example.com/a", "https://example.com"),
            ("https://example.com:80/a", "https://example.com:80/a", "https://example.com:80"),
            ("http://example.com:080", "http://example.com", "http://example.com"),
            ("http://127.0.0.1:1234/v1", "http://127.0.0.1:1234/v1", "http://127.0.0.1:1234"),
            ("http://localhost", "http://localhost", "http://localhost"),
            ("http://model_server:8000//v1", "http://model_server:8000//v1", "http://model_server:8000"),
            (
                "https://[2001:DB8:0:0:1::1]:8443/x", "https://[2001:db8::1:0:0:1]:8443/x",
                "https://[2001:db8::1:0:0:1]:8443"
            ),
            ("https://[::ffff:127.0.0.1]/x", "https://[::ffff:7f00:1]/x", "https://[::ffff:7f00:1]"),
            ("https://[::]", "https://[::]", "https://[::]"),
            (
                "https://xn--bcher-kva.example/%C3%A4/~a/@cf", "https://xn--bcher-kva.example/%C3%A4/~a/@cf",
                "https://xn--bcher-kva.example"
            ),
        ]
    )
    func accepted(text: String, kept: String, origin: String) throws {
        let url = try BaseURL(text)
        #expect(url.text == kept)
        #expect(url.origin.description == origin)
        #expect(try BaseURL(url.text) == url)
    }

    @Test(
        "that no client could call, or that hide where they lead, are refused",
        arguments: [
            ("", AddressFault.empty), ("   ", .empty),
            ("api.openai.com", .scheme), ("ftp://example.com", .scheme), ("javascript:alert(1)", .scheme),
            ("//example.com", .scheme), ("https:/example.com", .scheme), ("file:///etc/passwd", .scheme),
            ("https://", .host), ("https:///v1", .host), ("https://.example.com", .host), ("https://a..b", .host),
            ("https://example.com.", .host), ("https://-a.com", .host), ("https://a-.com", .host),
            ("https://exa$mple.com", .host), ("https://%65xample.com", .host), ("https://[::1", .host),
            ("https://[::1%25eth0]", .host), ("https://[1:2:3:4:5:6:7:8:9]", .host), ("https://[:::]", .host),
            ("https://[1::2::3]", .host), ("https://[12345::]", .host), ("https://[]", .host),
            ("http://127.1", .host), ("http://2130706433", .host), ("http://0x7f.0.0.1", .host),
            ("http://0x7f000001", .host), ("http://0177.0.0.1", .host), ("http://256.1.1.1", .host),
            ("http://1.2.3.4.5", .host), ("http://1.2.3.04", .host),
            ("https://user@example.com", .credentials), ("https://user:pass@example.com", .credentials),
            ("https://@example.com", .credentials), ("https://good.example@evil.example/", .credentials),
            ("https://example.com:0", .port), ("https://example.com:65536", .port), ("https://example.com:", .port),
            ("https://example.com:x", .port), ("https://example.com:+80", .port), ("https://[::1]x", .port),
            ("https://a:b:c", .port),
            ("https://example.com?key=1", .query), ("https://example.com/v1?", .query),
            ("https://example.com/v1#x", .fragment), ("https://example.com#", .fragment),
            ("https://example.com/a b", .character), ("https://exämple.com", .character),
            ("https://example.com\\@evil", .character), ("https://example.com/\u{0}", .character),
            ("https://example.com/<script>", .character), ("https://example.com/\u{202E}", .character),
            ("https://example.com/../v1", .path), ("https://example.com/a/%2E%2e/b", .path),
            ("https://example.com/./", .path), ("https://example.com/.%2e", .path), ("https://example.com/%", .path),
            ("https://example.com/%4", .path), ("https://example.com/%zz", .path),
        ]
    )
    func refused(text: String, fault: AddressFault) {
        #expect(throws: fault) { try BaseURL(text) }
    }

    @Test("may be 2048 characters long and no longer")
    func length() throws {
        let longest = "https://example.com/" + String(repeating: "a", count: 2028)
        #expect(try BaseURL(longest).text == longest)
        #expect(throws: AddressFault.tooLong(limit: 2048)) { try BaseURL(longest + "a") }
    }

    @Test("have a host of 253 characters in labels of 63, and no longer")
    func hostLength() throws {
        let label = String(repeating: "a", count: 63)
        let host = [label, label, label, String(repeating: "a", count: 61)].joined(separator: ".")
        #expect(try BaseURL("https://\(host)").origin.description == "https://\(host)")
        #expect(throws: AddressFault.host) { try BaseURL("https://\(host)a") }
        #expect(throws: AddressFault.host) { try BaseURL("https://\(label)a.com") }
    }
}

@Suite("Image URLs")
struct ImageURLTests {
    @Test(
        "are https addresses or absolute paths on this server",
        arguments: [
            ("/images/providers/openai.svg", "/images/providers/openai.svg"),
            ("/images/a.png?v=2", "/images/a.png?v=2"),
            ("https://cdn.example.com/logo.png?size=32", "https://cdn.example.com/logo.png?size=32"),
            ("HTTPS://CDN.example.com:443/Logo.png", "https://cdn.example.com/Logo.png"),
        ]
    )
    func accepted(text: String, kept: String) throws {
        #expect(try ImageURL(text).text == kept)
    }

    @Test(
        "that load insecurely, from elsewhere, or run something are refused",
        arguments: [
            ("", AddressFault.empty), ("http://example.com/a.png", .image), ("javascript:alert(1)", .image),
            ("data:image/png;base64,AAAA", .image), ("//evil.example/a.png", .image), ("images/a.png", .image),
            ("/images/../secret", .path), ("/images/a\"b.png", .character), ("/images/a b.png", .character),
            ("/\\evil.example", .character), ("/images/a.png#x", .fragment),
            ("https://u@example.com/a.png", .credentials),
        ]
    )
    func refused(text: String, fault: AddressFault) {
        #expect(throws: fault) { try ImageURL(text) }
    }
}
