/// A model to be created, as a caller describes it; nothing in it has been checked.
package struct NewModel: Sendable {
    package var name: String
    package var sdkID: String
    package var isEnabled: Bool
    package var isDefault: Bool

    package init(name: String, sdkID: String, isEnabled: Bool = true, isDefault: Bool = false) {
        self.name = name
        self.sdkID = sdkID
        self.isEnabled = isEnabled
        self.isDefault = isDefault
    }
}
