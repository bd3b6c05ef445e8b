import NIOCore
import NIOHTTP1

/// Keeps the times and the rules of HTTP on one connection: it stands right behind the parser, before all that answers.
///
/// What it refuses nobody behind it sees. A response that ends before its request was read ends the connection: the
/// caller is told so, is left a moment to read, and what it still sends is dropped.
final class RequestGate: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let limits: ServerLimits
    private let noteRefusal: @Sendable (HTTPRefusal) -> Void
    private var times: RequestTimes
    private var timer: Scheduled<Void>?
    /// A refusal that waits for the responses to earlier requests.
    private var held: HTTPRefusal?
    /// Whether the connection ends with the response that is being written.
    private var isLast = false
    /// Whether the header that is being read has reached its second line.
    private var isPastFirstLine = false
    /// Whether the parser stops behind the request that is being read.
    private var endsHTTP = false
    /// How many bytes more may wait behind a request that may end HTTP; nil while there is none.
    private var roomBehindUpgrade: Int?

    init(limits: ServerLimits, isSecure: Bool, noteRefusal: @escaping @Sendable (HTTPRefusal) -> Void) {
        self.limits = limits
        self.noteRefusal = noteRefusal
        times = RequestTimes(limits: limits, isSecure: isSecure, at: .now())
    }

    func handlerAdded(context: ChannelHandlerContext) {
        look(context, in: limits.tick)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.cancel()
        timer = nil
    }

    // What arrives.

    func handshakeDone() {
        times.handshakeDone(at: .now())
    }

    /// Takes note of bytes before they are parsed; false if they are to be dropped.
    func admits(_ bytes: ByteBuffer) -> Bool {
        guard !times.isClosing, held == nil else { return false }
        times.bytesRead(at: .now())
        if times.isUpgraded { return true }
        if !isPastFirstLine, times.reading == .head || times.reading == .first {
            isPastFirstLine = bytes.readableBytesView.contains(UInt8(ascii: "\n"))
        }
        guard let room = roomBehindUpgrade else { return true }
        roomBehindUpgrade = room - bytes.readableBytes
        return room >= bytes.readableBytes
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if times.isUpgraded { return context.fireChannelRead(data) }
        guard !times.isClosing, held == nil else { return }
        switch unwrapInboundIn(data) {
        case .head(var head):
            times.headRead(isPassedOn: HeadRule.isPassedOn(head), at: .now())
            isPastFirstLine = false
            if let refusal = HeadRule.refusal(of: head, limits: limits) { return refuse(context, refusal) }
            endsHTTP = HeadRule.endsHTTP(head)
            if endsHTTP || !head.isKeepAlive { isLast = true }
            // Behind here an offer that nobody takes up would keep its request from being answered.
            if !WebSocketOffer.isMade(by: head) { head.headers.remove(name: "Upgrade") }
            return context.fireChannelRead(wrapInboundOut(.head(head)))
        case .body: break
        case .end:
            times.requestRead(at: .now())
            if endsHTTP { roomBehindUpgrade = limits.header }
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        // Nobody behind asks for more any longer, and what was not read would reset the connection.
        if times.isClosing || held != nil { context.read() }
        context.fireChannelReadComplete()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError else {
            if error is ByteToMessageDecoderError { return }
            return context.fireErrorCaught(error)
        }
        switch error {
        case .headerOverflow where isPastFirstLine || times.reading == .body:
            refuse(context, .headerTooLarge(limit: limits.header))
        case .headerOverflow: refuse(context, .targetTooLong(limit: limits.target))
        case .invalidEOFState: context.fireErrorCaught(error)
        default: refuse(context, .malformedRequest)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { times.draining(at: .now()) }
        context.fireUserInboundEventTriggered(event)
    }

    // What is sent.

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if times.isUpgraded {
            times.bytesRead(at: .now())
            return context.write(data, promise: promise)
        }
        guard !times.isClosing else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(let head) where head.status == .switchingProtocols:
            times.upgraded(at: .now())
            context.write(data, promise: promise)
        case .head(var head) where head.status.code >= 200:
            times.responseBegun()
            if times.drainEnd != nil || times.reading == .body && times.unanswered == 1 { isLast = true }
            guard isLast, times.unanswered <= 1 else { return context.write(data, promise: promise) }
            head.headers.replaceOrAdd(name: "Connection", value: "close")
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .head, .body:
            context.write(data, promise: promise)
        case .end:
            context.write(data, promise: promise)
            times.responseEnded(at: .now())
            guard times.unanswered == 0 else { return }
            if isLast { finish(context) }
            if let refusal = held { answer(context, refusal) }
        }
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        // The caller may keep its half open; it is given a moment, not for ever.
        if mode != .all, !times.isUpgraded { times.closing(at: .now()) }
        context.close(mode: mode, promise: promise)
    }
}

extension RequestGate {
    /// Looks after a while whether something takes too long, and then again.
    private func look(_ context: ChannelHandlerContext, in time: TimeAmount) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: time) { [self] in
            let now = NIODeadline.now()
            switch times.verdict(at: now) {
            case .wait(let end): look(context, in: min(end - now, limits.tick))
            case .close: context.close(promise: nil)
            case .refuse(let refusal):
                refuse(context, refusal)
                look(context, in: limits.tick)
            }
        }
    }

    /// Answers the request that is being read with a refusal, after those before it, and ends the connection.
    private func refuse(_ context: ChannelHandlerContext, _ refusal: HTTPRefusal) {
        guard !times.isClosing, held == nil else { return }
        noteRefusal(refusal)
        let isOverdue = refusal == .tookTooLong || refusal == .stopping
        if times.isResponding && (times.unanswered == 1 || isOverdue) {
            // The caller has half of an answer; there is no way to say more.
            context.close(promise: nil)
        } else if times.unanswered > 1 && !isOverdue {
            // An answer out of turn would be taken for that to another request.
            held = refusal
        } else if times.unanswered == 1 && times.reading == .nothing && !isOverdue {
            // The fault lies behind a request that is whole and is being answered.
            held = refusal
        } else {
            answer(context, refusal)
        }
    }

    private func answer(_ context: ChannelHandlerContext, _ refusal: HTTPRefusal) {
        held = nil
        let (head, body) = refusal.lastWords()
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        context.write(wrapOutboundOut(.end(nil)), promise: nil)
        finish(context)
    }

    /// Sends what is to be sent and no more, and leaves the caller a moment to read it.
    private func finish(_ context: ChannelHandlerContext) {
        times.closing(at: .now())
        context.flush()
        context.close(mode: .output, promise: nil)
        context.read()
    }
}
