import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOSSL

/// A connection behind all that keeps strangers from holding it: the guard at the socket, TLS, and the gate before HTTP.
struct GuardedChannel<Base: ServerChildChannel>: ServerChildChannel {
    /// What speaks HTTP; its parser must be in the pipeline when it has been set up.
    let base: Base
    let sockets: Sockets

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Base.Value> {
        let address = AddressKey(channel.remoteAddress)
        do {
            guard sockets.ledger.enter(address) else {
                sockets.observation.note(.overloaded)
                try channel.pipeline.syncOperations.addHandler(
                    OverloadAnswer(limits: sockets.limits, isSecure: sockets.tls != nil))
                return base.setup(channel: channel, logger: logger)
            }
            let observation = sockets.observation
            observation.connections.add()
            channel.closeFuture.whenComplete { _ in
                sockets.ledger.leave(address)
                observation.connections.add(-1)
            }
            let gate = RequestGate(limits: sockets.limits, isSecure: sockets.tls != nil) { refusal in
                observation.note(Observation.ConnectionRefusal(refusal))
            }
            try channel.pipeline.syncOperations.addHandler(
                SocketGuard(limits: sockets.limits) { observation.note(.writeStall) })
            if let context = sockets.tls?.context {
                try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
            }
            try channel.pipeline.syncOperations.addHandler(HeadWatch(gate: gate))
            let value = base.setup(channel: channel, logger: logger)
            let parser = try channel.pipeline.syncOperations.handler(
                type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            try channel.pipeline.syncOperations.addHandler(gate, position: .after(parser))
            return value
        } catch {
            return channel.eventLoop.makeFailedFuture(error)
        }
    }

    func handle(value: Base.Value, logger: Logger) async {
        await base.handle(value: value, logger: logger)
    }
}

extension ServerChildChannel {
    /// The same, guarded.
    func guarded(by sockets: Sockets) -> any ServerChildChannel {
        GuardedChannel(base: self, sockets: sockets)
    }
}
