import NIOCore
import Testing

@testable import RosterServer

struct RequestTimesTests {
    private static let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)

    private func at(_ seconds: Int64) -> NIODeadline { Self.start + .seconds(seconds) }

    private func times(isSecure: Bool = false) -> RequestTimes {
        RequestTimes(limits: ServerLimits(), isSecure: isSecure, at: at(0))
    }

    @Test("a handshake has its time, and the first header has its own after it")
    func handshake() {
        var times = times(isSecure: true)
        times.bytesRead(at: at(9))
        #expect(times.verdict(at: at(9)) == .wait(until: at(10)))
        #expect(times.verdict(at: at(10)) == .close)
        times.handshakeDone(at: at(9))
        #expect(times.verdict(at: at(10)) == .wait(until: at(19)))
        #expect(times.verdict(at: at(19)) == .close)
    }

    @Test("a header has its time from its first byte on, however often another comes")
    func header() {
        var times = times()
        times.headRead(isPassedOn: false, at: at(1))
        times.requestRead(at: at(1))
        times.responseBegun()
        times.responseEnded(at: at(1))
        #expect(times.verdict(at: at(60)) == .wait(until: at(61)))
        times.bytesRead(at: at(50))
        for second in 51..<60 { times.bytesRead(at: at(Int64(second))) }
        #expect(times.verdict(at: at(59)) == .wait(until: at(60)))
        #expect(times.verdict(at: at(60)) == .refuse(.requestTimeout))
    }

    @Test("a body has its time from the header on")
    func body() {
        var times = times()
        times.headRead(isPassedOn: false, at: at(5))
        #expect(times.verdict(at: at(64)) == .wait(until: at(65)))
        #expect(times.verdict(at: at(65)) == .refuse(.requestTimeout))
        times.responseBegun()
        #expect(times.verdict(at: at(65)) == .close)
    }

    @Test("an operation has its time from the end of its request, or of the response before it")
    func operation() {
        var times = times()
        times.headRead(isPassedOn: false, at: at(5))
        times.requestRead(at: at(6))
        times.headRead(isPassedOn: false, at: at(7))
        times.requestRead(at: at(7))
        #expect(times.verdict(at: at(36)) == .refuse(.tookTooLong))
        times.responseBegun()
        #expect(times.verdict(at: at(3600)) != .refuse(.tookTooLong))
        times.responseEnded(at: at(3600))
        #expect(times.verdict(at: at(3629)) == .wait(until: at(3630)))
        #expect(times.verdict(at: at(3630)) == .refuse(.tookTooLong))
        times.responseBegun()
        times.responseEnded(at: at(3631))
        #expect(times.verdict(at: at(3690)) == .wait(until: at(3691)))
        #expect(times.verdict(at: at(3691)) == .close)
    }

    @Test("what a provider answers has its own time")
    func passedOn() {
        var times = times()
        times.headRead(isPassedOn: true, at: at(0))
        times.requestRead(at: at(0))
        #expect(times.verdict(at: at(599)) == .wait(until: at(600)))
        #expect(times.verdict(at: at(600)) == .refuse(.tookTooLong))
    }

    @Test("a server that stops gives what was asked less time, and what flows as much as ever")
    func draining() {
        var times = times()
        times.headRead(isPassedOn: true, at: at(0))
        times.requestRead(at: at(0))
        times.draining(at: at(100))
        times.draining(at: at(110))
        #expect(times.verdict(at: at(110)) == .wait(until: at(115)))
        #expect(times.verdict(at: at(115)) == .refuse(.stopping))
        times.responseBegun()
        #expect(times.verdict(at: at(116)) == .wait(until: at(176)))
        times.responseEnded(at: at(116))
        times.headRead(isPassedOn: false, at: at(116))
        #expect(times.verdict(at: at(116)) == .refuse(.stopping))
    }

    @Test("a server that stops gives nothing more time than it had")
    func drainingLate() {
        var times = times()
        times.headRead(isPassedOn: false, at: at(0))
        times.requestRead(at: at(0))
        times.draining(at: at(29))
        #expect(times.verdict(at: at(29)) == .wait(until: at(30)))
        #expect(times.verdict(at: at(30)) == .refuse(.tookTooLong))
    }

    @Test("another protocol is closed after silence only, and a connection that ends soon")
    func others() {
        var times = times()
        times.headRead(isPassedOn: false, at: at(0))
        times.requestRead(at: at(0))
        times.upgraded(at: at(0))
        times.bytesRead(at: at(50))
        #expect(times.verdict(at: at(109)) == .wait(until: at(110)))
        #expect(times.verdict(at: at(110)) == .close)
        times.closing(at: at(200))
        times.closing(at: at(201))
        #expect(times.verdict(at: at(200)) == .wait(until: at(200) + .milliseconds(900)))
        #expect(times.verdict(at: at(201)) == .close)
    }
}
