package import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

extension Site {
    /// Where to listen.
    package struct Address: Sendable {
        package var host: String
        /// 0 takes a free one.
        package var port: Int

        package init(host: String, port: Int) {
            self.host = host
            self.port = port
        }
    }

    /// The server as a service, to be run in a group that it is to stop with.
    ///
    /// `onListening` is called with the port once connections are accepted.
    package func application(
        at address: Address,
        tls: TLSMaterial? = nil,
        onListening: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) throws -> some ApplicationProtocol {
        var endpoint = endpoint
        endpoint.access.isSecure = tls != nil
        return try router(tls: tls).application(
            at: address, tls: tls, limits: endpoint.limits, endpoint: endpoint, logger: logger
        ) {
            [rule = upstream.rule] port in
            rule.listening(at: port)
            await onListening(port)
        }
    }
}

extension Router<RequestScope> {
    /// A server of these routes, within limits.
    ///
    /// - Parameter endpoint: what WebSockets speak to; nil where there are none.
    func application(
        at address: Site.Address,
        tls: TLSMaterial? = nil,
        limits: ServerLimits,
        endpoint: GraphQLEndpoint?,
        logger: Logger,
        onListening: @escaping @Sendable (_ port: Int) async -> Void
    ) throws -> some ApplicationProtocol {
        let observation = endpoint?.access.observation ?? Observation()
        let sockets = Sockets(limits: limits, tls: tls, observation: observation)
        let configuration = HTTP1Channel.Configuration(
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: limits.header,
                maxHeaderListSize: limits.header,
                maxHeaderFieldCount: limits.headerCount
            )
        )
        return Application(
            router: self,
            server: HTTPServerBuilder { responder in
                let http = HTTP1Channel(responder: responder, configuration: configuration)
                guard let endpoint else { return http.guarded(by: sockets) }
                return UpgradableChannel(http: http, endpoint: endpoint).guarded(by: sockets)
            },
            configuration: ApplicationConfiguration(
                address: .hostname(address.host, port: address.port),
                availableConnectionsDelegate: MaximumAvailableConnections(
                    limits.connections + limits.refusedConnections)
            ),
            services: tls.map {
                [TLSFollowing(material: $0, interval: limits.certificateInterval, logger: logger)]
            } ?? [],
            onServerRunning: { channel in await onListening(channel.localAddress?.port ?? address.port) },
            logger: logger
        )
    }
}
