/// The six-digit code of an administrative division of China (GB/T 2260), kept as text.
///
/// Two digits each for province, prefecture and county: `130000` contains `130600` contains `130681`. A code may be
/// valid, repealed or unknown: an ``AdministrativeRegister`` says which.
public struct AdministrativeCode: CheckedIdentifier {
    /// How many of the three pairs are used.
    public enum Level: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
        /// 100000, the country.
        case country
        /// `XX0000`: province, autonomous region, municipality, special administrative region.
        case province
        /// `XXXX00`: city, prefecture, league.
        case prefecture
        /// All six digits: district, county, county-level city, banner.
        case county

        /// Higher levels first.
        public static func < (left: Level, right: Level) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    /// The six digits.
    public let text: String

    init(unchecked text: String) { self.text = text }

    /// The level that the digits show.
    public var level: Level {
        if text == "100000" { return .country }
        if text.hasSuffix("0000") { return .province }
        return text.hasSuffix("00") ? .prefecture : .county
    }

    /// The province, `XX0000`; the country for the country itself.
    public var province: AdministrativeCode { AdministrativeCode(unchecked: text.prefix(2) + "0000") }

    /// The division directly above; `nil` for a province and for the country.
    ///
    /// Codes that group divisions only for the numbering are skipped: `XX01` and `XX02` under a municipality (so
    /// that 110105 belongs to 110000) and `XX90` for what a province governs directly.
    public var parent: AdministrativeCode? {
        switch level {
        case .country, .province: nil
        case .prefecture: province
        case .county: isGroupedForNumbering ? province : AdministrativeCode(unchecked: text.prefix(4) + "00")
        }
    }

    /// The divisions above, nearest first.
    public var ancestors: [AdministrativeCode] {
        var result: [AdministrativeCode] = []
        var next = parent
        while let code = next {
            result.append(code)
            next = code.parent
        }
        return result
    }

    /// Whether a division lies in this one, or is this one.
    public func contains(_ other: AdministrativeCode) -> Bool {
        switch level {
        case .country: true
        case .province: other.text.hasPrefix(text.prefix(2))
        case .prefecture: other.text.hasPrefix(text.prefix(4))
        case .county: other == self
        }
    }

    private var isGroupedForNumbering: Bool {
        let middle = text.dropFirst(2).prefix(2)
        return middle == "90"
            || (Self.municipalities.contains(text.prefix(2)) && (middle == "01" || middle == "02"))
    }

    private static let municipalities: Set<Substring> = ["11", "12", "31", "50"]

    /// The first two digits of all provinces.
    private static let provinces: Set<Substring> = [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42",
        "43",
        "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
    ]

    /// Whether two digits begin the code of a province.
    static func isKnownProvince(_ digits: Substring) -> Bool { provinces.contains(digits) }
}
