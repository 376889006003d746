import Ecosystem

extension Overview {
    /// Something that is missing.
    public struct Gap: Codable, Sendable {
        /// What is missing.
        public enum Kind: String, Codable, Sendable, CaseIterable {
            /// Segments of the automotive chain in which no organization inside the region works.
            case segmentsWithoutOrganization
            /// Organizations at home in no region.
            case organizationsWithoutHome
            /// Organizations without a site.
            case organizationsWithoutSite
            /// Organizations without an activity.
            case organizationsWithoutActivity
            /// Sites without a point.
            case sitesWithoutPoint
            /// Parks that host no site.
            case parksWithoutSite
            /// Figures whose period names no year.
            case figuresWithoutYear
            /// Events without a date.
            case eventsWithoutDate
            /// Policies without a year.
            case policiesWithoutYear
            /// Facts that cite no paragraph.
            case factsWithoutSource
            /// Names and phrases in one language only.
            case missingTranslations
        }
        /// What is missing.
        public var id: Kind
        /// How many cases.
        public var count: Int
        /// Among how many.
        public var of: Int
        /// Ids of the first cases, at most 20; for translations the ids of the records that hold them.
        public var examples: [String]
    }

    /// Collects gaps: how many, among how many, and the first cases.
    struct GapCollector {
        private(set) var gaps: [Gap] = []
        static let named = 20

        mutating func add(
            _ kind: Gap.Kind, _ records: some Sequence<Record>, where isMissing: (Record) -> Bool
        ) {
            var gap = Gap(id: kind, count: 0, of: 0, examples: [])
            for record in records {
                gap.of += 1
                guard isMissing(record) else { continue }
                gap.count += 1
                if gap.examples.count < GapCollector.named { gap.examples.append(record.id) }
            }
            gaps.append(gap)
        }

        mutating func add(_ gap: Gap) { gaps.append(gap) }
    }

    /// What is missing in a model.
    static func gaps(of model: EcosystemModel, segments: [SegmentCount]) -> [Gap] {
        var collector = GapCollector()
        let staffed = Set(segments.filter { $0.organizations > 0 }.map(\.id.text))
        let automotive = model.records(of: .segment).filter { $0.boolean("automotive") == true }
        collector.add(.segmentsWithoutOrganization, automotive) { !staffed.contains($0.id) }
        let organizations = model.records(of: .organization)
        collector.add(.organizationsWithoutHome, organizations) { $0.text("home_region") == nil }
        let withSite = Set(model.records(of: .site).compactMap { $0.text("organization_id") })
        collector.add(.organizationsWithoutSite, organizations) { !withSite.contains($0.id) }
        let active = Set(model.records(of: .activity).compactMap { $0.text("organization_id") })
        collector.add(.organizationsWithoutActivity, organizations) { !active.contains($0.id) }
        collector.add(.sitesWithoutPoint, model.records(of: .site)) {
            $0.number("lon") == nil || $0.number("lat") == nil
        }
        let hosts = Set(model.records(of: .site).compactMap { $0.text("park_id") })
        collector.add(.parksWithoutSite, model.records(of: .park)) { !hosts.contains($0.id) }
        collector.add(.figuresWithoutYear, model.records(of: .indicator)) { !isDated($0, "period") }
        collector.add(.eventsWithoutDate, model.records(of: .event)) { $0.text("date") == nil }
        collector.add(.policiesWithoutYear, model.records(of: .policy)) { $0.text("year") == nil }
        let facts = RecordKind.allCases.filter { EcosystemSchema.schema(of: $0).isFact }
        collector.add(.factsWithoutSource, facts.lazy.flatMap { model.records(of: $0) }) {
            $0.text("sources") == nil
        }
        collector.add(missingTranslations(of: model))
        return collector.gaps
    }

    /// Whether a field names a date; a period counts where it names a year.
    static func isDated(_ record: Record, _ field: FieldName) -> Bool {
        guard let text = record.text(field) else { return false }
        return field != "period" || Period(reading: text).firstDay != nil
    }

    /// Distinct phrases without their other language, and names that exist in one language only.
    private static func missingTranslations(of model: EcosystemModel) -> Gap {
        var gap = Gap(id: .missingTranslations, count: 0, of: 0, examples: [])
        var seen: Set<String> = []
        func note(_ record: Record, isMissing: Bool) {
            gap.of += 1
            guard isMissing else { return }
            gap.count += 1
            if gap.examples.count < GapCollector.named, gap.examples.last != record.id {
                gap.examples.append(record.id)
            }
        }
        for schema in EcosystemSchema.all {
            let phrases = schema.fields.filter { [.phrase, .phrases].contains($0.type) }
            let names = pairs(of: schema)
            for record in model.records(of: schema.kind) {
                for field in phrases {
                    let texts =
                        field.type.isList
                        ? record.list(field.name) : [record.text(field.name)].compactMap(\.self)
                    for text in texts where seen.insert(text).inserted {
                        note(record, isMissing: !model.hasTranslation(text))
                    }
                }
                for (en, zh) in names {
                    let known = [record.text(en), record.text(zh)].count { $0 != nil }
                    if known > 0 { note(record, isMissing: known == 1) }
                }
            }
        }
        return gap
    }

    /// The name fields of a kind, English and Chinese together.
    private static func pairs(of schema: RecordSchema) -> [(FieldName, FieldName)] {
        schema.fields.compactMap { field in
            guard field.type == .name(.en), field.name.rawValue.hasSuffix("_en") else { return nil }
            let zh = FieldName(rawValue: field.name.rawValue.dropLast(2) + "zh")
            return schema.field(zh) == nil ? nil : (field.name, zh)
        }
    }
}

extension Overview.Gap.Kind {
    /// The gap in words.
    var title: Localized {
        switch self {
        case .segmentsWithoutOrganization:
            Localized("Automotive segments without an organization on record", "汽车链环节无机构记录")
        case .organizationsWithoutHome: Localized("Organizations without a home region", "机构所在地无记录")
        case .organizationsWithoutSite: Localized("Organizations without a site", "机构无点位记录")
        case .organizationsWithoutActivity: Localized("Organizations without a segment", "机构无环节记录")
        case .sitesWithoutPoint: Localized("Sites without a point", "点位无坐标")
        case .parksWithoutSite: Localized("Parks without a site on record", "园区无点位记录")
        case .figuresWithoutYear: Localized("Figures without a year", "数字年份未印")
        case .eventsWithoutDate: Localized("Events without a date", "事件日期未印")
        case .policiesWithoutYear: Localized("Policies without a year", "政策年份未印")
        case .factsWithoutSource: Localized("Facts that cite no paragraph", "记录无出处段落")
        case .missingTranslations: Localized("Names and phrases in one language only", "名称与文字缺另一语言")
        }
    }
}
