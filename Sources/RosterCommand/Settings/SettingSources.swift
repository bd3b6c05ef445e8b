import Configuration
import SystemPackage

/// Where settings come from, the strongest first: options, then the environment, then a file.
struct SettingSources: Sendable {
    private var layers: [(source: Source, provider: any ConfigProvider)]

    /// One of the places.
    enum Source: Sendable, Hashable {
        case option, environment, file
        /// The value that stands where nothing was given.
        case fallback
    }

    /// A value and the place that it came from.
    struct Value: Sendable, Hashable {
        let content: ConfigContent
        let source: Source
    }

    /// Reads the settings file, if one is named, and nothing else; values are judged when they are asked for.
    init(options: [Setting: ConfigContent], environment: [String: String]) throws(SettingFault) {
        layers = [
            (.option, InMemoryProvider(name: "options", values: options.providerValues)),
            (
                .environment,
                EnvironmentVariablesProvider(environmentVariables: environment).mapKeys { $0.environmentKey }
            ),
        ]
        guard let path = try text(.config) else { return }
        let members = try SettingFile(path: FilePath(path.text)).values
        layers.append((.file, InMemoryProvider(name: "file", values: members.providerValues)))
    }

    /// The strongest value of a setting, or the one that stands where none is given.
    func value(_ setting: Setting) throws(SettingFault) -> Value? {
        let key = AbsoluteConfigKey([setting.rawValue])
        for (source, provider) in layers {
            let result: LookupResult
            do {
                result = try provider.value(forKey: key, type: setting.kind == .number ? .int : .string)
            } catch {
                throw SettingFault(setting, source, setting.kind == .number ? .notANumber : .notText)
            }
            guard let content = result.value?.content else { continue }
            if case .string("") = content { throw SettingFault(setting, source, .empty) }
            return Value(content: content, source: source)
        }
        return setting.fallbackContent.map { Value(content: $0, source: .fallback) }
    }
}

extension Setting {
    fileprivate var fallbackContent: ConfigContent? {
        kind == .number ? fallback.flatMap { Int($0) }.map(ConfigContent.int) : fallback.map(ConfigContent.string)
    }
}

extension [Setting: ConfigContent] {
    fileprivate var providerValues: [AbsoluteConfigKey: ConfigValue] {
        var values: [AbsoluteConfigKey: ConfigValue] = [:]
        for (setting, content) in self {
            values[AbsoluteConfigKey([setting.rawValue])] = ConfigValue(content, isSecret: setting.kind == .secret)
        }
        return values
    }
}

extension AbsoluteConfigKey {
    /// The environment's name for the setting whose key this is: `port` is `ROSTER_PORT`.
    fileprivate var environmentKey: AbsoluteConfigKey {
        let setting = components.first.flatMap(Setting.init(rawValue:))
        return setting.map { AbsoluteConfigKey($0.variable.lowercased().split(separator: "_").map(String.init)) }
            ?? self
    }
}
