import Ecosystem
import Reporting

/// Which records of a kind a list shows: by kind, region, stage, state and segment.
struct RecordFilter {
    let kind: RecordKind
    /// The vocabulary code asked for, such as `oem`.
    let code: String?
    /// The region asked for; its parts count too.
    let region: String?
    /// The stage of the chain asked for.
    let stage: String?
    /// The state asked for, such as `planned`.
    let state: String?
    /// The segment asked for; its parts count too.
    let segment: String?

    /// Reads a call's query; ids and codes that do not exist filter everything away and are said to.
    init(_ kind: RecordKind, _ call: Call) {
        self.kind = kind
        code = call.item("kind")
        region = call.item("region")
        stage = call.item("stage")
        state = call.item("state")
        segment = call.item("segment")
    }

    /// A filter with the conditions given.
    init(
        _ kind: RecordKind, code: String? = nil, region: String? = nil, stage: String? = nil,
        state: String? = nil,
        segment: String? = nil
    ) {
        self.kind = kind
        self.code = code
        self.region = region
        self.stage = stage
        self.state = state
        self.segment = segment
    }

    /// The conditions in force: name of the query item and its value.
    var conditions: [(name: String, value: String)] {
        [("kind", code), ("region", region), ("stage", stage), ("state", state), ("segment", segment)]
            .compactMap {
                item in item.1.map { (item.0, $0) }
            }
    }

    /// The same filter without one condition.
    func without(_ name: String) -> RecordFilter {
        RecordFilter(
            kind, code: name == "kind" ? nil : code, region: name == "region" ? nil : region,
            stage: name == "stage" ? nil : stage, state: name == "state" ? nil : state,
            segment: name == "segment" ? nil : segment)
    }

    /// The records that fit, in the order given.
    func apply(_ records: [Record], in model: EcosystemModel) -> [Record] {
        let regions = region.map { Set(RegionScope.ids(within: $0, in: model)) }
        let segments = segment.map { SegmentScope.ids(within: $0, in: model) }
        return records.filter { record in
            if let code, !RecordFilter.codes(of: record).contains(code) { return false }
            if let state, record.origin.state.rawValue != state { return false }
            if let regions, !RecordFilter.regions(of: record).contains(where: regions.contains) {
                return false
            }
            if let stage, !RecordFilter.stages(of: record).contains(stage) { return false }
            if let segments, !RecordFilter.segments(of: record).contains(where: segments.contains) {
                return false
            }
            return true
        }
    }

    // MARK: What a record is filtered by

    /// The field with the code that lists of a kind are filtered by.
    static func codeField(of kind: RecordKind) -> FieldName? {
        switch kind {
        case .organization, .park, .product, .event, .relocation, .advantage, .system, .source: "kind"
        case .site: "functions"
        case .region: "level"
        case .segment: "stage"
        case .policy: "instrument"
        case .logisticsLink: "mode"
        case .byproductFlow: "loop_level"
        case .service: "group"
        case .problem, .recommendation: "theme"
        case .assessment: "strength"
        case .claim: "course"
        case .correction: "confidence"
        case .indicator: "status"
        case .activity: "role"
        case .relation: "predicate"
        default: nil
        }
    }

    /// The codes of a record.
    static func codes(of record: Record) -> [String] {
        codeField(of: record.kind).map { record.list($0) } ?? []
    }

    /// The words for a code of a kind.
    static func label(_ code: String, of kind: RecordKind, in model: EcosystemModel) -> Localized {
        guard let field = codeField(of: kind) else { return Localized(same: code) }
        switch EcosystemSchema.schema(of: kind).field(field)?.type {
        case .code(let vocabulary), .codes(let vocabulary): return vocabulary.label(code)
        case .reference: return model.record(id: code)?.name ?? Localized(same: code)
        default: return Localized(same: code)
        }
    }

    /// Regions that a record is in or about.
    static func regions(of record: Record) -> [String] {
        if record.kind == .region { return [record.id] }
        var found: [String] = []
        for field in ["from_region", "to_region", "from_id", "to_id"] as [FieldName] {
            if let id = record.text(field) { found.append(id) }
        }
        if let place = record.place { found.append(place.id) }
        if let owner = record.target("organization_id"), let home = owner.text("home_region"), found.isEmpty {
            found.append(home)
        }
        return found
    }

    /// Segments that a record works in or is about.
    static func segments(of record: Record) -> [String] {
        switch record.kind {
        case .organization:
            return record.model.records(of: .activity, where: "organization_id", is: record.id)
                .compactMap { $0.text("segment_id") }
        case .segment: return [record.id]
        default: return record.list("segment_id") + record.list("segments")
        }
    }

    /// Stages of these segments.
    static func stages(of record: Record) -> Set<String> {
        Set(segments(of: record).compactMap { record.model.record(id: $0)?.text("stage") })
    }
}

/// Segments and their parts.
enum SegmentScope {
    /// A segment and everything below it; a broken tree cannot make it endless.
    static func ids(within id: String, in model: EcosystemModel) -> Set<String> {
        var seen: Set<String> = [id]
        var waiting = [id]
        while let next = waiting.popLast() {
            for part in model.records(of: .segment, where: "parent_id", is: next)
            where seen.insert(part.id).inserted { waiting.append(part.id) }
        }
        return seen
    }
}
