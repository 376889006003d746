import Ecosystem

/// A disruption notification as partners exchange it: DemandAndCapacityNotification 3.0.0 of CX-0146.
///
/// Dates are texts in ISO 8601 with their offset. Keys are those of the aspect model; absent ones are not known.
public struct DisruptionNotification: Codable, Sendable, Equatable {
    /// Why it came about.
    public enum RootCause: String, Codable, Sendable, CaseIterable {
        case strike
        case naturalDisaster = "natural-disaster"
        case productionIncident = "production-incident"
        case pandemic = "pandemic-or-epidemic"
        case logistics = "logistics-disruption"
        case war
        case insolvency
        case other
    }

    /// What it does.
    public enum Effect: String, Codable, Sendable, CaseIterable {
        case demandReduction = "demand-reduction"
        case demandIncrease = "demand-increase"
        case capacityReduction = "capacity-reduction"
        case capacityIncrease = "capacity-increase"
    }

    /// Whether it still holds.
    public enum Status: String, Codable, Sendable, CaseIterable {
        case open, resolved
    }

    /// A material, by the numbers that the partners give it.
    public struct Material: Codable, Sendable, Equatable {
        /// The global id, `urn:uuid:…`.
        public var materialGlobalAssetId: String?
        /// The supplier's number.
        public var materialNumberSupplier: String?
        /// The customer's number.
        public var materialNumberCustomer: String?
    }

    /// Its id, a UUID.
    public var notificationId: String
    /// The id of the disruption that it tells of, the same for all partners.
    public var sourceDisruptionId: String
    /// Why it came about.
    public var leadingRootCause: RootCause
    /// What it does to the recipient.
    public var effect: Effect
    /// Whether it still holds.
    public var status: Status
    /// When it begins to be felt.
    public var startDateOfEffect: String
    /// When it is expected to end.
    public var expectedEndDateOfEffect: String?
    /// When the content was last changed.
    public var contentChangedAt: String
    /// The sender's sites that are affected (BPNS).
    public var affectedSitesSender: [String]?
    /// The recipient's own sites that are affected (BPNS).
    public var affectedSitesRecipient: [String]?
    /// The materials that are affected.
    public var materialsAffected: [Material]?
    /// Notifications that belong together.
    public var relatedNotificationIds: [String]?
    /// Words, without anything about third parties.
    public var text: String?
    /// How it was resolved; needed where it is.
    public var resolvingMeasureDescription: String?

    /// An open notification.
    public init(
        notificationId: String, sourceDisruptionId: String, leadingRootCause: RootCause, effect: Effect,
        startDateOfEffect: String, expectedEndDateOfEffect: String?, contentChangedAt: String,
        affectedSitesSender: [String], affectedSitesRecipient: [String], text: String
    ) {
        self.notificationId = notificationId
        self.sourceDisruptionId = sourceDisruptionId
        self.leadingRootCause = leadingRootCause
        self.effect = effect
        status = .open
        self.startDateOfEffect = startDateOfEffect
        self.expectedEndDateOfEffect = expectedEndDateOfEffect
        self.contentChangedAt = contentChangedAt
        self.affectedSitesSender = affectedSitesSender
        self.affectedSitesRecipient = affectedSitesRecipient
        self.text = text
    }
}

extension DisruptionNotification {
    /// Everything in it that the standard does not allow, field by field, with what to do.
    public var problems: [Finding] {
        var problems: [Finding] = []
        func add(_ field: String, _ en: String, _ zh: String, _ value: String = "") {
            problems.append(
                Finding(
                    .error, file: "notification.json", column: FieldName(rawValue: field),
                    Localized(en, zh), value: value))
        }
        for (field, id) in [("notificationId", notificationId), ("sourceDisruptionId", sourceDisruptionId)]
        where !Self.isUUID(id) {
            add(field, "“\(id.prefix(60))” is no UUID", "“\(id.prefix(60))”不是 UUID", id)
        }
        for id in relatedNotificationIds ?? [] where !Self.isUUID(id) {
            add("relatedNotificationIds", "“\(id.prefix(60))” is no UUID", "“\(id.prefix(60))”不是 UUID", id)
        }
        let dates = [
            ("startDateOfEffect", startDateOfEffect), ("contentChangedAt", contentChangedAt),
            ("expectedEndDateOfEffect", expectedEndDateOfEffect),
        ]
        for case (let field, let date?) in dates where !Self.isMoment(date) {
            add(
                field, "“\(date.prefix(60))” is no moment such as 2027-01-11T00:00:00+08:00",
                "“\(date.prefix(60))”不是时刻，形式如 2027-01-11T00:00:00+08:00", date)
        }
        let sites = [
            ("affectedSitesSender", affectedSitesSender), ("affectedSitesRecipient", affectedSitesRecipient),
        ]
        for (field, numbers) in sites {
            for number in numbers ?? [] where !Self.siteIsKnown(number) {
                add(
                    field, "“\(number.prefix(60))” is no BPNS: BPNS and 12 letters or digits",
                    "“\(number.prefix(60))”不是 BPNS：BPNS 后接 12 位字母或数字", number)
            }
        }
        if let text, text.count > 4_000 {
            add(
                "text", "the text has \(text.count) characters, at most 4,000 are allowed",
                "文字 \(text.count) 字，最多 4000 字")
        }
        if status == .resolved {
            if (resolvingMeasureDescription ?? "").isEmpty {
                add(
                    "resolvingMeasureDescription", "a resolved disruption must say how it was resolved",
                    "已解决的中断须说明如何解决")
            }
            if affectedSitesSender?.isEmpty == false || affectedSitesRecipient?.isEmpty == false {
                add(
                    "affectedSitesSender", "a resolved disruption affects no site: empty the lists",
                    "已解决的中断不应再列受影响站点")
            }
        }
        return problems
    }

    /// Eight, four, four, four and twelve hexadecimal digits, with or without `urn:uuid:`.
    static func isUUID(_ text: String) -> Bool {
        let plain = text.hasPrefix("urn:uuid:") ? text.dropFirst(9) : text[...]
        let parts = plain.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.count) == [8, 4, 4, 4, 12]
            && parts.allSatisfy {
                $0.utf8.allSatisfy { digit in "0123456789abcdefABCDEF".utf8.contains(digit) }
            }
    }

    /// Whether a text has the form of a site's number.
    public static func siteIsKnown(_ text: String) -> Bool {
        text.hasPrefix("BPNS") && text.utf8.count == 16
            && text.utf8.dropFirst(4).allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
    }

    /// `YYYY-MM-DDThh:mm:ss`, perhaps with parts of a second, with `Z` or an offset.
    static func isMoment(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, CalendarPoint(reading: String(text.prefix(10))) != nil, bytes[10] == 84
        else {
            return false
        }
        let hasTime = zip(11..<19, "dd:dd:dd".utf8).allSatisfy { place, shape in
            shape == 100 ? (48...57).contains(bytes[place]) : bytes[place] == shape
        }
        var rest = bytes[19...]
        if rest.first == 46 { rest = rest.dropFirst().drop { (48...57).contains($0) } }
        if rest.elementsEqual([90]) { return hasTime }
        let offset = Array(rest)
        return hasTime && offset.count == 6 && (offset[0] == 43 || offset[0] == 45) && offset[3] == 58
    }
}
