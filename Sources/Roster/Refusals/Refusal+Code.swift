extension Refusal {
    /// What a program decides by: `extensions.code` of an error.
    package enum Code: String, Hashable, Sendable {
        case badUserInput = "BAD_USER_INPUT"
        case notFound = "NOT_FOUND"
        case alreadyExists = "ALREADY_EXISTS"
        case conflict = "CONFLICT"
        case providerHasModels = "PROVIDER_HAS_MODELS"
        case defaultModelRequired = "DEFAULT_MODEL_REQUIRED"
        case keyReentryRequired = "KEY_REENTRY_REQUIRED"
        case administratorRequired = "ADMINISTRATOR_REQUIRED"
    }

    package var code: Code {
        switch reason {
        case .malformed, .notClearable, .foreignSDKID, .renamedTooLong, .severalDefaults, .defaultOfDisabledProvider,
            .defaultDisabled, .expiryPassed, .pageSize, .cursor:
            .badUserInput
        case .notFound: .notFound
        case .nameTaken, .sdkIDTaken: .alreadyExists
        case .defaultRequired: .defaultModelRequired
        case .hasModels: .providerHasModels
        case .keyReentryRequired: .keyReentryRequired
        case .administratorRequired: .administratorRequired
        case .conflict: .conflict
        case .constraint(let code): code
        }
    }
}
