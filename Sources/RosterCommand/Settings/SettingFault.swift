import SystemPackage

/// Why a setting cannot be used. The description names the setting as its author wrote it and never shows the value.
struct SettingFault: Error, Sendable, Hashable {
    let setting: Setting
    let source: SettingSources.Source
    let problem: Problem

    enum Problem: Sendable, Hashable {
        case empty
        case notANumber
        case notText
        case outOfRange(ClosedRange<Int>)
        case notOneOf([String])
        /// Two settings of which one is to be given.
        case excludes(Setting)
        /// One of two settings that are of use only together.
        case needs(Setting)
        case missing(String)
        /// The file or folder that the setting names is not what it is to be.
        case unusable(String)
    }

    init(_ setting: Setting, _ source: SettingSources.Source, _ problem: Problem) {
        self.setting = setting
        self.source = source
        self.problem = problem
    }
}

extension SettingFault: CustomStringConvertible {
    var description: String {
        let name = setting.name(in: source)
        return switch problem {
        case .empty: "\(name) is empty; give it a value or leave it out."
        case .notANumber: "\(name) must be a whole number."
        case .notText: "\(name) must be text."
        case .outOfRange(let range): "\(name) must be between \(range.lowerBound) and \(range.upperBound)."
        case .notOneOf(let values): "\(name) must be one of \(values.joined(separator: ", "))."
        case .excludes(let other): "\(name) and \(other.name(in: source)) exclude each other; give one of them."
        case .needs(let other): "\(name) is of use only with \(other.name(in: source)); give both."
        case .missing(let advice): "\(name) is not set. \(advice)"
        case .unusable(let problem): "What \(name) names \(problem)."
        }
    }
}

extension Setting {
    /// The setting's name as it is spelt in a place.
    func name(in source: SettingSources.Source) -> String {
        switch source {
        case .option: option ?? variable
        case .environment: variable
        case .file: member.map { "\"\($0)\" in the settings file" } ?? variable
        case .fallback: variable
        }
    }
}
