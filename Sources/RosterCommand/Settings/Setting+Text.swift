import Configuration

extension Setting {
    /// The table of all settings as Markdown, as it stands in the README.
    static var markdownTable: String {
        let rows = allCases.map { setting in
            let option = setting.option.map { "`\($0)`" } ?? "–"
            let standard = setting.fallback.map { "`\($0)`" } ?? "–"
            return "| \(option) | `\(setting.variable)` | \(standard) | \(setting.meaning) |"
        }
        return (["| option | variable | default | meaning |", "|---|---|---|---|"] + rows).joined(separator: "\n")
    }
}

extension SettingSources {
    /// Every setting with its value and where that came from, a line each; secrets only say that they are set.
    func listing() throws(SettingFault) -> String {
        var rows: [(name: String, value: String, source: String)] = []
        for setting in Setting.allCases {
            let value = try value(setting)
            rows.append((setting.rawValue, setting.shown(value?.content), setting.origin(of: value?.source)))
        }
        let nameWidth = rows.map(\.name.count).max() ?? 0
        let valueWidth = rows.map(\.value.count).max() ?? 0
        return rows.map { row in
            "\(row.name.padded(to: nameWidth))  \(row.value.padded(to: valueWidth))  \(row.source)".trimmedEnd
        }.joined(separator: "\n")
    }
}

extension Setting {
    fileprivate func shown(_ content: ConfigContent?) -> String {
        switch content {
        case nil: "(not set)"
        case .some where kind == .secret: "(set, hidden)"
        case .string(let text): text
        case .int(let number): String(number)
        default: "(not shown)"
        }
    }

    fileprivate func origin(of source: SettingSources.Source?) -> String {
        switch source {
        case nil: ""
        case .option: "from \(name(in: .option))"
        case .environment: "from \(name(in: .environment))"
        case .file: "from the settings file"
        case .fallback: "default"
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }

    fileprivate var trimmedEnd: Substring {
        self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]
    }
}
