package import GraphQL

/// What is to be different about a model; nothing in it has been checked.
package struct ModelPatch: Sendable {
    package var name: Patch<String>
    package var sdkID: Patch<String>
    package var isEnabled: Patch<Bool>

    package init(name: Patch<String> = .keep, sdkID: Patch<String> = .keep, isEnabled: Patch<Bool> = .keep) {
        self.name = name
        self.sdkID = sdkID
        self.isEnabled = isEnabled
    }
}
