import DataPackages
public import Ecosystem

extension Brief {
    /// The answer.
    public struct Result: Codable, Sendable {
        /// A segment that needs attention.
        public struct WeakLink: Codable, Sendable {
            /// The segment.
            public var segment: SegmentID
            /// missing or weak.
            public var `class`: String
            /// What the class rests on: quantity, assessment or count.
            public var by: String
            /// Organizations of the region on record in it.
            public var organizations: Int
            /// How the class is known.
            public var basis: Basis
        }

        /// A change of a record since the last brief.
        public struct Change: Codable, Sendable {
            /// The table.
            public var table: String
            /// The record.
            public var id: String
            /// added, removed or changed.
            public var action: String
            /// Its name.
            public var name: Localized
        }

        /// The region.
        @KnownOrNull public var region: RegionID?
        /// The date that the brief bears.
        @KnownOrNull public var date: String?
        /// Missing and weak segments, missing first.
        public var weakLinks: [WeakLink]
        /// Segments by class.
        public var classes: [String: Int]
        /// The last year of the three industries, where they are known.
        @KnownOrNull public var structure: Structure.Result.Year?
        /// What the numbers show about the documents.
        public var findings: [Structure.Result.Finding]
        /// Use of capacity of the region as a whole, 0…1.
        @KnownOrNull public var use: Double?
        /// Printed use of countries and regions.
        public var printedUse: [Utilization.Result.PrintedUse]
        /// Where promotion and record do not match.
        public var imbalances: [Emerging.Result.Imbalance]
        /// The latest events up to the date, newest first.
        public var events: [EventID]
        /// Changes against the package of the last brief; `null` where none was given.
        @KnownOrNull public var changes: [Change]?
        /// Changes by action.
        public var changeCounts: [String: Int]
    }

    /// Collects what the studies found.
    public func result(on input: StudyInput) throws -> Result {
        let date = try Brief.date(input.parameters.text("date"))
        let model = input.model
        func asked(_ study: some Study) throws -> StudyInput {
            try StudyInput.prepared(for: study.description, model: model, progress: input.progress)
        }
        try input.progress.advance(to: 0.1, Localized("structure", "结构"))
        let structure = try Structure().result(on: asked(Structure()))
        try input.progress.advance(to: 0.3, Localized("chain", "产业链"))
        let chain = try Chain().result(on: asked(Chain()))
        try input.progress.advance(to: 0.6, Localized("capacity", "产能"))
        let utilization = try Utilization().result(on: asked(Utilization()))
        let emerging = try Emerging().result(on: asked(Emerging()))
        try input.progress.advance(to: 0.8, Localized("changes", "变化"))
        let order = ["missing", "weak"]
        let weak = chain.segments.filter { order.contains($0.class) }
            .sorted { left, right in
                let ranks = (order.firstIndex(of: left.class) ?? 2, order.firstIndex(of: right.class) ?? 2)
                return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : left.id < right.id
            }
        let changes = input.others.first.map { PackageDifference(from: $0, to: model) }
        return Result(
            region: model.identity.homeRegion, date: date,
            weakLinks: weak.map {
                Result.WeakLink(
                    segment: $0.id, class: $0.class, by: $0.by, organizations: $0.organizations.count,
                    basis: $0.basis)
            },
            classes: Dictionary(grouping: chain.segments, by: \.class).mapValues(\.count),
            structure: structure.years.last, findings: structure.findings, use: utilization.whole?.use,
            printedUse: utilization.printedUse, imbalances: emerging.imbalances,
            events: Brief.events(model, until: date),
            changes: changes.map { difference in
                difference.entries.filter { $0.kind != .translation }.map {
                    Result.Change(table: $0.kind.table, id: $0.id, action: $0.action.rawValue, name: $0.name)
                }
            },
            changeCounts: Dictionary(
                grouping: (changes?.entries ?? []).filter { $0.kind != .translation }, by: \.action.rawValue
            ).mapValues(\.count))
    }

    /// A date in the calendar, or what is wrong with it.
    private static func date(_ text: String?) throws(StudyProblem) -> String? {
        guard let text else { return nil }
        guard case .at(let point) = Period(reading: text), point.firstDay == point.lastDay else {
            throw StudyProblem(
                Localized(
                    "date: “\(text)” is no day; write it as 2026-11-25", "date：“\(text)”不是日期；请写作 2026-11-25"),
                parameter: "date")
        }
        return text
    }

    /// Events that have taken place by a date, newest first.
    private static func events(_ model: EcosystemModel, until date: String?) -> [EventID] {
        let limit = date.flatMap { Period(reading: $0).lastDay } ?? .max
        let dated = model.all(Event.self).compactMap { event -> (day: Int, id: EventID)? in
            guard event.record.factState == .actual, let text = event.record.text("date"),
                let day = Period(reading: text).lastDay, day <= limit
            else { return nil }
            return (day, event.id)
        }
        return dated.sorted { $0.day != $1.day ? $0.day > $1.day : $0.id < $1.id }.map(\.id)
    }
}
