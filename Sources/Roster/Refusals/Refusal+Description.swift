extension Refusal: CustomStringConvertible {
    /// A sentence or two that a stranger may read: it repeats nothing that was sent.
    package var description: String {
        switch reason {
        case .malformed(let fault): fault.description
        case .notClearable: "This cannot be cleared; leave it out to keep it, or send a value."
        case .notFound(let kind): "There is no such \(kind.rawValue); its id looks like \(kind.rawValue)_12."
        case .nameTaken: "Another provider has this name; choose another."
        case .sdkIDTaken(.model): "Its provider already has a model with this SDK id; choose another."
        case .sdkIDTaken(let kind): "Another \(kind.rawValue) has this SDK id; choose another."
        case .foreignSDKID:
            "A model's SDK id must begin with its provider's SDK id and a colon, for example openai:gpt-4o-mini."
        case .renamedTooLong(let limit):
            "With this SDK id the ids of some of its models would be longer than \(limit) characters; choose a shorter one."
        case .severalDefaults: "Only one model can be the default; mark one."
        case .defaultOfDisabledProvider: "The default model must be of an enabled provider; enable the provider first."
        case .defaultDisabled: "The default model must be enabled; enable the model first."
        case .defaultRequired:
            "This would take away the default model; first set another with setDefaultModel or clear it with "
                + "clearDefaultModel, in the same operation if you like."
        case .hasModels(let count):
            "The provider has \(count) \(count == 1 ? "model" : "models"); delete them first, or send cascade: true."
        case .keyReentryRequired:
            "The stored key is bound to the host of the base URL; send the key again as apiKey together with the new "
                + "base URL, or null to remove it."
        case .conflict(let version, let name):
            "It was changed meanwhile\(name.map { " by \($0)" } ?? ""); read it again and send expectedVersion \(version)."
        case .expiryPassed: "This time has passed; choose a later one, or null for a token that does not expire."
        case .administratorRequired:
            "This is the last usable token with the role ADMIN; make another first, in the same operation if you like."
        case .pageSize(let limit): "The number must be from 0 to \(limit)."
        case .cursor: "This is no cursor of this list; send one that the list answered."
        case .constraint(let code):
            code == .alreadyExists
                ? "Another entry has this name or SDK id; choose another."
                : "The database refused this change because it breaks a rule of the registry."
        }
    }
}

extension Refusal.Malformed: CustomStringConvertible {
    package var description: String {
        switch self {
        case .text(let fault): fault.description
        case .sdkID(let fault): fault.description
        case .address(let fault): fault.description
        case .key(let fault): fault.description
        }
    }
}

extension Refusals: CustomStringConvertible {
    package var description: String {
        all.map { refusal in
            refusal.field.map { "\($0): \(refusal)" } ?? refusal.description
        }.joined(separator: "\n")
    }
}
