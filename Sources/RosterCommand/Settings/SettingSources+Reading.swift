import Configuration

extension SettingSources {
    /// A text setting and where it came from.
    func text(_ setting: Setting) throws(SettingFault) -> (text: String, source: Source)? {
        guard let value = try value(setting), case .string(let text) = value.content else { return nil }
        return (text, value.source)
    }

    /// A text setting that has a fallback.
    func required(_ setting: Setting) throws(SettingFault) -> String {
        guard let value = try text(setting) else { throw SettingFault(setting, .fallback, .empty) }
        return value.text
    }

    /// A number setting that has a fallback, refused outside the range.
    func required(_ setting: Setting, in range: ClosedRange<Int>) throws(SettingFault) -> Int {
        guard let value = try value(setting), case .int(let number) = value.content else {
            throw SettingFault(setting, .fallback, .empty)
        }
        guard range.contains(number) else { throw SettingFault(setting, value.source, .outOfRange(range)) }
        return number
    }

    /// A text setting that is one of a few words.
    func choice<Choice>(
        _ setting: Setting,
        of choices: [Choice],
        named name: (Choice) -> String
    ) throws(SettingFault) -> Choice? {
        guard let value = try text(setting) else { return nil }
        guard let choice = choices.first(where: { name($0) == value.text }) else {
            throw SettingFault(setting, value.source, .notOneOf(choices.map(name)))
        }
        return choice
    }
}
