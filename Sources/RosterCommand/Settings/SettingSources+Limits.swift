import RosterServer

extension SettingSources {
    /// A number of seconds, up to an hour.
    func seconds(_ setting: Setting) throws(SettingFault) -> Duration {
        .seconds(try required(setting, in: 1...3600))
    }

    /// The limits of the network floor, as far as they are settings.
    func limits() throws(SettingFault) -> ServerLimits {
        var limits = ServerLimits()
        limits.body = try required(.bodyLimit, in: 1024...64 << 20)
        limits.idle = try seconds(.idleTimeout)
        limits.headerTime = try seconds(.headerTimeout)
        limits.handshakeTime = limits.headerTime
        limits.bodyTime = try seconds(.bodyTimeout)
        limits.writeTime = try seconds(.writeTimeout)
        limits.operationTime = try seconds(.operationTimeout)
        // The rest is for telling those who still wait.
        limits.drainTime = try seconds(.drainTimeout) * 3 / 4
        limits.connections = try required(.connections, in: 1...1_000_000)
        limits.connectionsPerAddress = try required(.connectionsPerAddress, in: 1...1_000_000)
        limits.session = .seconds(3600 * (try required(.sessionHours, in: 1...8760)))
        return limits
    }
}
