import NIOCore
import Synchronization

/// Whether a socket's client has said who it is.
final class Acknowledgement: Sendable {
    private let isGivenFlag = Atomic(false)

    func give() {
        isGivenFlag.store(true, ordering: .releasing)
    }

    var isGiven: Bool { isGivenFlag.load(ordering: .acquiring) }
}

/// Stands before the frames are made, and cuts off who sends much before saying who it is: a frame is held in memory
/// until it is whole.
final class InitialBytes: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let acknowledged: Acknowledgement
    private var room: Int

    init(room: Int, acknowledged: Acknowledgement) {
        self.room = room
        self.acknowledged = acknowledged
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if room >= 0, !acknowledged.isGiven {
            room -= unwrapInboundIn(data).readableBytes
            guard room >= 0 else { return context.close(promise: nil) }
        }
        context.fireChannelRead(data)
    }
}
