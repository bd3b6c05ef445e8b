/// What all connections of a server have in common.
struct Sockets: Sendable {
    let limits: ServerLimits
    let ledger: ConnectionLedger
    /// Nil where TLS does not end here.
    let tls: TLSMaterial?
    let observation: Observation

    init(limits: ServerLimits, tls: TLSMaterial?, observation: Observation) {
        self.observation = observation
        self.limits = limits
        self.tls = tls
        ledger = ConnectionLedger(limits: limits)
    }
}
