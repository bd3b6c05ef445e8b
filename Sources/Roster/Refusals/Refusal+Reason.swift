extension Refusal {
    /// The rule that was broken, with what its sentence needs. Nothing in it was sent by the caller.
    package enum Reason: Hashable, Sendable {
        case malformed(Malformed)
        /// Null for something that has no empty state.
        case notClearable
        case notFound(Kind)
        case nameTaken
        case sdkIDTaken(Kind)
        /// A model's SDK id that does not begin with its provider's.
        case foreignSDKID
        /// A new SDK id of a provider with which its models' ids no longer fit.
        case renamedTooLong(limit: Int)
        case severalDefaults
        case defaultOfDisabledProvider
        case defaultDisabled
        case defaultRequired
        case hasModels(count: Int)
        case keyReentryRequired
        /// `changedBy` is nil until the database was asked.
        case conflict(currentVersion: Int, changedBy: String?)
        /// A time at which a token is to end, and which has passed.
        case expiryPassed
        /// It would leave no token with which tokens can be managed.
        case administratorRequired
        case pageSize(limit: Int)
        case cursor
        /// What the database refused although the rules did not.
        case constraint(Code)
    }

    /// What a refusal can be about.
    package enum Kind: String, Hashable, Sendable {
        case provider
        case model
        case token
    }

    /// What is wrong with a single value.
    package enum Malformed: Hashable, Sendable {
        case text(TextFault)
        case sdkID(SDKIDFault)
        case address(AddressFault)
        case key(KeyFault)
    }
}

/// A fault of one value, thrown by what reads it.
protocol InputFault: Error {
    var reason: Refusal.Malformed { get }
}

extension TextFault: InputFault {
    var reason: Refusal.Malformed { .text(self) }
}

extension SDKIDFault: InputFault {
    var reason: Refusal.Malformed { .sdkID(self) }
}

extension AddressFault: InputFault {
    var reason: Refusal.Malformed { .address(self) }
}

extension KeyFault: InputFault {
    var reason: Refusal.Malformed { .key(self) }
}
