import NIOCore
import Testing

@testable import RosterServer

struct FailureBookTests {
    private let start = ContinuousClock.now

    @Test("an address may fail so many times at once, then has to wait, and only as long as was said")
    func burst() {
        let book = FailureBook(burst: 3, interval: .seconds(10), capacity: 8)
        for _ in 0..<3 { #expect(book.noteFailure(of: .ipv4(1), at: start) == nil) }
        #expect(book.noteFailure(of: .ipv4(1), at: start) == .seconds(10))
        #expect(book.noteFailure(of: .ipv4(1), at: start + .seconds(4)) == .seconds(6))
        #expect(book.noteFailure(of: .ipv4(1), at: start + .seconds(10)) == nil)
        #expect(book.noteFailure(of: .ipv4(1), at: start + .seconds(10)) == .seconds(10))
    }

    @Test("others are not made to wait")
    func others() {
        let book = FailureBook(burst: 1, interval: .seconds(10), capacity: 8)
        #expect(book.noteFailure(of: .ipv4(1), at: start) == nil)
        #expect(book.noteFailure(of: .ipv4(1), at: start) != nil)
        #expect(book.noteFailure(of: .ipv4(2), at: start) == nil)
        #expect(book.noteFailure(of: .ipv6(1), at: start) == nil)
    }

    @Test("a full book keeps those who failed most, however many new addresses come")
    func capacity() {
        let book = FailureBook(burst: 3, interval: .seconds(10), capacity: 4)
        for _ in 0..<3 { #expect(book.noteFailure(of: .ipv4(0), at: start) == nil) }
        for address in 1...10_000 { #expect(book.noteFailure(of: .ipv4(UInt32(address)), at: start) == nil) }
        #expect(book.noteFailure(of: .ipv4(0), at: start) == .seconds(10))
    }

    @Test("addresses of one IPv6 network count as one, and of two as two")
    func networks() throws {
        let key = { (text: String) in AddressKey(try SocketAddress(ipAddress: text, port: 1)) }
        #expect(try key("2001:db8::1") == key("2001:db8::ffff:1"))
        #expect(try key("2001:db8::1") != key("2001:db8:0:1::1"))
        #expect(try key("192.0.2.1") != key("192.0.2.2"))
        #expect(AddressKey(nil) == .unknown)
    }
}
