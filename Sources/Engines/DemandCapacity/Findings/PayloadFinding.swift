public import Ecosystem

/// Something wrong or odd in a demand or a capacity group: which object, where in it, what, and what to do.
public struct PayloadFinding: Sendable, Hashable {
    /// How bad it is.
    public enum Severity: String, Sendable, Hashable, Codable {
        /// The object is not used.
        case error
        /// The object is used all the same.
        case warning
    }

    /// How bad it is.
    public let severity: Severity
    /// The id of the object.
    public let object: String
    /// Where in it, as a path: `demandSeries[0].demands[3].pointInTime`.
    public let path: String
    /// What is wrong, and what to do.
    public let message: Localized

    /// A finding.
    public init(_ severity: Severity, object: String, path: String, _ message: Localized) {
        self.severity = severity
        self.object = object
        self.path = path
        self.message = message
    }
}

/// Collects the findings of one object.
struct PayloadCheck {
    let object: String
    private(set) var findings: [PayloadFinding] = []

    init(_ object: String) { self.object = object }

    mutating func error(_ path: String, _ en: String, _ zh: String) {
        findings.append(PayloadFinding(.error, object: object, path: path, Localized(en, zh)))
    }

    mutating func warning(_ path: String, _ message: Localized) {
        findings.append(PayloadFinding(.warning, object: object, path: path, message))
    }

    /// A text that must not be empty.
    mutating func required(_ text: String, _ path: String) {
        if text.isEmpty { error(path, "\(path) is missing; fill it in", "缺少 \(path)；请补填") }
    }

    /// A UUID, with or without `urn:uuid:`.
    mutating func uuid(_ text: String, _ path: String) {
        if !PayloadCheck.isUUID(text) {
            error(
                path,
                "“\(text.prefix(60))” is no UUID; give one such as 6f2d1c00-1b5a-4c3e-9a10-000000000001",
                "“\(text.prefix(60))”不是 UUID；形式如 6f2d1c00-1b5a-4c3e-9a10-000000000001")
        }
    }

    /// A business partner number of a kind; a wrong check character is a warning.
    mutating func partner(_ text: String, _ kind: BusinessPartnerNumber.Kind, _ path: String) {
        guard !text.isEmpty else { return required(text, path) }
        for finding in BusinessPartnerNumber.read(text, requiring: kind).findings {
            switch finding.severity {
            case .error: error(path, finding.message.en, finding.message.zh)
            default: warning(path, finding.message)
            }
        }
    }

    /// A category of the standard.
    mutating func category(_ code: String, _ path: String) {
        guard !code.isEmpty else { return required(code, path) }
        if DemandCategory(rawValue: code) == nil {
            let known = DemandCategory.allCases.map(\.rawValue).joined(separator: ", ")
            error(
                path, "“\(code.prefix(40))” is no demand category; there are \(known)",
                "“\(code.prefix(40))”不是需求类别；可用：\(known)")
        }
    }

    /// Whether unit and the statement that it is left out agree.
    mutating func unit(_ unit: String?, isOmitted: Bool) {
        if isOmitted, unit != nil {
            error(
                "unitOfMeasure", "a unit is given although it is said to be left out; drop one of the two",
                "声明省略单位却又给出单位；请删去其一")
        } else if !isOmitted, unit?.isEmpty ?? true {
            error(
                "unitOfMeasure", "the unit is missing; give one such as unit:piece",
                "缺少单位；请填写，如 unit:piece")
        }
    }

    /// The week of a Monday that was not there before.
    mutating func week(_ monday: String, _ path: String, seen: inout Set<Week>) {
        switch Week.reading(monday: monday) {
        case .success(let week):
            if !seen.insert(week).inserted {
                error(path, "the week of \(monday) is given twice; keep one", "\(monday) 所在周重复；请保留一项")
            }
        case .failure(.notADay):
            error(
                path, "“\(monday.prefix(40))” is no day of the form 2027-01-04",
                "“\(monday.prefix(40))”不是 2027-01-04 形式的日期")
        case .failure(.notAMonday(_, let week)):
            error(
                path, "\(monday) is no Monday; the week begins on \(week.text)",
                "\(monday) 不是星期一；该周始于 \(week.text)")
        }
    }

    /// A quantity from 0 to 10¹⁸.
    mutating func quantity(_ value: Double, _ path: String) {
        if !(value.isFinite && (0...1e18).contains(value)) {
            error(path, "\(value) is no quantity from 0 to 10^18", "\(value) 不是 0 到 10^18 之间的数量")
        }
    }

    static func isUUID(_ text: String) -> Bool {
        let plain = PayloadCheck.plainID(text)
        let groups = plain.split(separator: "-", omittingEmptySubsequences: false).map(\.utf8.count)
        return groups == [8, 4, 4, 4, 12]
            && plain.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (97...102).contains(byte) || byte == 45
            }
    }

    /// An id without `urn:uuid:`, in lower case.
    static func plainID(_ text: String) -> String {
        let lower = text.lowercased()
        return lower.hasPrefix("urn:uuid:") ? String(lower.dropFirst(9)) : lower
    }
}
