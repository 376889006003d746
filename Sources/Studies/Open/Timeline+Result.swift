public import Ecosystem

extension Timeline {
    /// The answer.
    public struct Result: Codable, Sendable {
        /// The region that is asked about.
        public var region: RegionID?
        /// Events in order of their dates; those without a date last.
        public var events: [Entry]
        /// Stages of cooperation, in order.
        public var stages: [Stage]
        /// The first date on record.
        public var first: String?
        /// The last date on record.
        public var last: String?
        /// Events that are planned, possible or recommended.
        public var planned: Int
        /// Events without a date.
        public var undated: Int
        /// Events of the package that the filters leave out.
        public var leftOut: Int
        /// Events of other packages.
        public var compare: [Compared]
    }

    /// One event.
    public struct Entry: Codable, Sendable {
        /// Its id.
        public var id: EventID
        /// Its date as printed: a year, month or day.
        public var date: String?
        /// How exact the date is: day, month, year, year_end, decade.
        public var precision: String?
        /// Its end, where one is printed.
        public var end: String?
        /// Its kind.
        public var kind: String?
        /// Its region.
        public var region: RegionID?
        /// The compared place in which it lies.
        public var place: RegionID?
        /// In place, planned, possible, recommended or ended.
        public var state: FactState
        /// Ids of what it concerns.
        public var entities: [String]
        /// The stage of cooperation in which it began; absent before the first and without a date.
        public var stage: StageID?
        /// Corrections that concern it.
        public var corrections: [CorrectionID]
    }

    /// One stage of cooperation.
    public struct Stage: Codable, Sendable {
        /// Its id.
        public var id: StageID
        /// Its number.
        public var number: Int?
        /// Its first year.
        public var startYear: Int?
        /// Its last year; absent where it is open.
        public var endYear: Int?
        /// Who carried it, by code.
        public var subjects: [String]
        /// Its forms.
        public var forms: [Localized]
        /// Its features.
        public var features: [Localized]
        /// Its traits in the text.
        public var traits: [Localized]
        /// Its event.
        public var event: EventID?
        /// Events of the answer that began in it.
        public var events: Int
    }

    /// Another package.
    public struct Compared: Codable, Sendable {
        /// Its id.
        public var package: String
        /// Its dated events.
        public var events: Int
        /// The first date on record.
        public var first: String?
        /// The last date on record.
        public var last: String?
        /// Its stages of cooperation.
        public var stages: Int
    }

    /// Filters and orders the events.
    public func result(on input: StudyInput) throws -> Result {
        let model = input.model
        let entity = input.parameters.text("entity")
        if let entity, model.record(id: entity) == nil {
            throw StudyProblem(
                Localized(
                    "entity: no record has the id “\(entity)”; look it up with search",
                    "entity：没有编号为“\(entity)”的记录；请先查找编号"), parameter: "entity")
        }
        let tree = RegionTree(model, region: input.parameters.text("region").map(RegionID.init))
        let kind = input.parameters.text("kind")
        var stages = Timeline.stages(of: model)
        let chosen = model.all(Event.self).filter { event in
            (event.region == nil || tree.isInside(event.region)) && (kind == nil || event.eventKind == kind)
                && (entity == nil || event.id.text == entity || event.region?.text == entity
                    || event.entities.contains(entity ?? ""))
        }
        let events = chosen.map { Timeline.entry($0, tree, stages) }.sorted(by: Timeline.isBefore)
        for index in stages.indices { stages[index].events = events.count { $0.stage == stages[index].id } }
        let dates = events.compactMap(\.date)
        return Result(
            region: tree.region, events: events, stages: stages, first: dates.first, last: dates.last,
            planned: events.count { [.planned, .possible, .recommended].contains($0.state) },
            undated: events.count { $0.date == nil }, leftOut: model.count(of: .event) - events.count,
            compare: input.others.map(Timeline.compared))
    }

    private static func entry(_ event: Event, _ tree: RegionTree, _ stages: [Stage]) -> Entry {
        let year = event.date.flatMap { CalendarPoint(reading: $0)?.year }
        let stage = stages.last { stage in
            guard let year, let start = stage.startYear else { return false }
            return start <= year && year <= stage.endYear ?? Int.max
        }
        return Entry(
            id: event.id, date: event.date, precision: event.record.text("date_precision"),
            end: event.endDate,
            kind: event.eventKind, region: event.region, place: tree.place(of: event.region),
            state: event.record.factState, entities: event.entities, stage: stage?.id,
            corrections: event.record.model.records(of: .correction, where: "concerns", is: event.id.text)
                .map { CorrectionID($0.id) })
    }

    private static func stages(of model: EcosystemModel) -> [Stage] {
        model.records(of: .stage).map { record in
            Stage(
                id: StageID(record.id), number: record.integer("number"),
                startYear: record.integer("start_year"), endYear: record.integer("end_year"),
                subjects: record.list("subjects"), forms: record.phrases("forms"),
                features: record.phrases("features"), traits: record.phrases("traits"),
                event: record.text("event_id").map(EventID.init), events: 0)
        }.sorted { ($0.number ?? Int.max, $0.id.text) < ($1.number ?? Int.max, $1.id.text) }
    }

    /// By date as written, which puts a year before its months and days; then stages first, then by id.
    private static func isBefore(_ left: Entry, _ right: Entry) -> Bool {
        if left.date != right.date {
            guard let one = left.date else { return false }
            guard let other = right.date else { return true }
            return one < other
        }
        let ranks = (left.kind == "stage" ? 0 : 1, right.kind == "stage" ? 0 : 1)
        return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : left.id < right.id
    }

    static func compared(_ model: EcosystemModel) -> Compared {
        let dates = model.all(Event.self).compactMap(\.date).sorted()
        return Compared(
            package: model.identity.id, events: dates.count, first: dates.first, last: dates.last,
            stages: model.count(of: .stage))
    }
}
