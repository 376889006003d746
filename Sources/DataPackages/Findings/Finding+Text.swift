public import Ecosystem

extension Finding: CustomStringConvertible {
    /// `file:row:column: severity: message` in English.
    public var description: String { line(.en) }

    /// `file:row:column: severity: message`; row and column are left out where there are none.
    public func line(_ language: Language) -> String {
        var place = file
        if let row { place += ":\(row)" }
        if let column { place += ":\(Finding.shown(column.rawValue))" }
        return "\(place): \(severity.rawValue): \(message[language])"
    }
}

extension Finding.Severity {
    /// The word shown to readers.
    public var label: Localized {
        switch self {
        case .error: Localized("error", "错误")
        case .warning: Localized("warning", "警告")
        case .note: Localized("note", "提示")
        case .gap: Localized("gap", "缺口")
        }
    }
}

extension Sequence where Element == Finding {
    /// How many findings there are of a severity.
    public func count(_ severity: Finding.Severity) -> Int {
        reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
    }

    /// Whether any finding is an error.
    public var hasErrors: Bool { contains { $0.severity == .error } }

    /// `{"findings": [{severity, file, row, column, message, …}]}`; `message` is in the language asked for.
    ///
    /// A row or column that a finding does not have is `null`; value, expected, suggestion and id are left out
    /// where there are none.
    public func json(_ language: Language = .en) -> String {
        var out = "{\"findings\": ["
        var isFirst = true
        for finding in self {
            out += isFirst ? "\n  " : ",\n  "
            isFirst = false
            let null = JSONNode(.null)
            let node = JSONNode.object([
                ("severity", .text(finding.severity.rawValue)),
                ("file", .text(finding.file)),
                ("row", finding.row.map { .number($0) } ?? null),
                ("column", finding.column.map { .text($0.rawValue) } ?? null),
                ("message", .text(finding.message[language])),
                ("value", finding.value.map { .text($0) }),
                ("expected", finding.expected.map { .text($0) }),
                ("suggestion", finding.suggestion.map { .text($0) }),
                ("id", finding.recordID.map { .text($0) }),
            ])
            out += node.text(isPretty: false)
        }
        return out + (isFirst ? "]}\n" : "\n]}\n")
    }
}
