import Configuration
import JSON
import OrderedCollections
import SystemPackage

/// A JSON file with settings: one object whose members are settings, by their names.
struct SettingFile: Sendable {
    let values: [Setting: ConfigContent]

    /// Refuses members that are no settings, for one that is mistyped would otherwise silently count for nothing.
    init(path: FilePath) throws(SettingFault) {
        func fault(_ problem: String) -> SettingFault { SettingFault(.config, .fallback, .unusable(problem)) }
        let bytes: [UInt8]
        do {
            bytes = try path.contents(upTo: Self.longest)
        } catch {
            throw fault("cannot be read: \(error)")
        }
        guard let members = (try? JSONValue(parsing: bytes))?.objectValue else { throw fault("is not a JSON object") }
        var values: [Setting: ConfigContent] = [:]
        for (name, value) in members {
            guard let setting = Setting.allCases.first(where: { $0.member == name }) else {
                let names = Setting.allCases.compactMap(\.member).joined(separator: ", ")
                throw fault("has a member that is no setting; there are \(names)")
            }
            switch value {
            case .string(let text): values[setting] = .string(text)
            case .int(let number): values[setting] = .int(number)
            default: throw SettingFault(setting, .file, setting.kind == .number ? .notANumber : .notText)
            }
        }
        self.values = values
    }

    /// No settings file needs more bytes.
    private static let longest = 65_536
}
