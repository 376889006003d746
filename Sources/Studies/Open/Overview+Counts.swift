import Ecosystem

extension Overview {
    /// Counts everything once.
    public func result(on input: StudyInput) throws -> Result {
        let model = input.model
        let counts = Counts(model, region: input.parameters.text("region").map(RegionID.init))
        try input.progress.advance(to: 0.2, Localized("counting records", "统计记录"))
        let segments = counts.segments()
        let places = counts.places()
        try input.progress.advance(to: 0.5, Localized("looking for gaps", "查找缺口"))
        let gaps = Overview.gaps(of: model, segments: segments)
        try input.progress.advance(to: 0.9, Localized("comparing", "比较"))
        return Result(
            region: counts.tree.region, places: places, records: model.recordCount, kinds: counts.kinds(),
            organizations: counts.inside.count,
            organizationsUnplaced: counts.inside.count { counts.presence.places(of: $0).isEmpty },
            stages: counts.stages(segments), segments: segments,
            loom: PlaceStageMatrix(model, counts.presence), bases: counts.bases(), states: counts.states(),
            freshness: counts.freshness(), gaps: gaps, corrections: counts.corrections(),
            contradictions: counts.contradictions(), headline: counts.headline(),
            compare: input.others.map { Overview.compared($0) })
    }

    private static func compared(_ model: EcosystemModel) -> Compared {
        let counts = Counts(model, region: nil)
        return Compared(
            package: model.identity.id, records: model.recordCount, kinds: counts.kinds(),
            organizations: counts.inside.count,
            segmentsWithOrganizations: counts.segments().count { $0.organizations > 0 },
            undatedShare: counts.freshness().undatedShare)
    }

    /// Kinds that can carry a date, with the field that holds it.
    static let dateFields: [(RecordKind, FieldName)] = [
        (.site, "status_date"), (.relocation, "start_year"), (.policy, "year"), (.event, "date"),
        (.stage, "start_year"), (.indicator, "period"),
    ]

    /// The counts of one model.
    struct Counts {
        let model: EcosystemModel
        let tree: RegionTree
        let presence: OrganizationPresence
        /// Organizations inside the region, in the order of the table.
        let inside: [OrganizationID]

        init(_ model: EcosystemModel, region: RegionID?) {
            self.model = model
            tree = RegionTree(model, region: region)
            let presence = OrganizationPresence(model, tree)
            self.presence = presence
            inside = model.records(of: .organization).map { OrganizationID($0.id) }.filter(presence.isInside)
        }

        func kinds() -> [KindCount] {
            RecordKind.allCases.compactMap { kind in
                let count = model.count(of: kind)
                return count > 0 ? KindCount(kind: kind, table: kind.table, count: count) : nil
            }
        }

        func places() -> [Place] {
            var byPlace: [String: Place] = [:]
            for place in tree.places {
                byPlace[place.text] = Place(
                    id: place, organizations: 0, atHome: 0, sites: 0, sitesNotInPlace: 0, parks: 0,
                    policies: 0,
                    events: 0)
            }
            func count(_ kind: RecordKind, _ field: FieldName, _ change: (inout Place, Record) -> Void) {
                for record in model.records(of: kind) {
                    guard let place = tree.place(of: record.text(field).map(RegionID.init)) else { continue }
                    if var entry = byPlace[place.text] {
                        change(&entry, record)
                        byPlace[place.text] = entry
                    }
                }
            }
            count(.organization, "home_region") { place, _ in place.atHome += 1 }
            count(.site, "region_id") { place, record in
                if Site(record).isInPlace { place.sites += 1 } else { place.sitesNotInPlace += 1 }
            }
            count(.park, "region_id") { place, _ in place.parks += 1 }
            count(.policy, "region_id") { place, _ in place.policies += 1 }
            count(.event, "region_id") { place, _ in place.events += 1 }
            for organization in inside {
                for place in presence.places(of: organization) { byPlace[place.text]?.organizations += 1 }
            }
            return tree.places.compactMap { byPlace[$0.text] }
        }

        /// Organizations inside the region by segment, those of parts included.
        func segments() -> [SegmentCount] {
            let segments = model.all(Segment.self)
            var parents: [String: String] = [:]
            for segment in segments { parents[segment.id.text] = segment.parent?.text }
            var owners: [String: Set<String>] = [:]
            for activity in model.all(Activity.self) where activity.record.factState == .actual {
                guard let owner = activity.organization, presence.isInside(owner) else { continue }
                var current = activity.segment?.text
                var seen: Set<String> = []
                while let segment = current, seen.insert(segment).inserted {
                    owners[segment, default: []].insert(owner.text)
                    current = parents[segment]
                }
            }
            return segments.map {
                SegmentCount(id: $0.id, stage: $0.stage, organizations: owners[$0.id.text]?.count ?? 0)
            }
        }

        func stages(_ segments: [SegmentCount]) -> [Stage] {
            var stageOf: [String: String] = [:]
            for segment in segments { stageOf[segment.id.text] = segment.stage }
            var owners: [String: Set<String>] = [:]
            for activity in model.all(Activity.self) where activity.record.factState == .actual {
                guard let owner = activity.organization, presence.isInside(owner),
                    let stage = activity.segment.flatMap({ stageOf[$0.text] })
                else { continue }
                owners[stage, default: []].insert(owner.text)
            }
            return PlaceStageMatrix.stages(of: model).map { stage in
                let own = segments.filter { $0.stage == stage }
                return Stage(
                    stage: stage, segments: own.count,
                    segmentsWithOrganizations: own.count { $0.organizations > 0 },
                    organizations: owners[stage]?.count ?? 0)
            }
        }

        private var facts: some Sequence<Record> {
            RecordKind.allCases.lazy.filter { EcosystemSchema.schema(of: $0).isFact }
                .flatMap { model.records(of: $0) }
        }

        func bases() -> [BasisCount] {
            var counts: [Basis: Int] = [:]
            var total = 0
            for record in facts {
                counts[record.knownBasis, default: 0] += 1
                total += 1
            }
            return Basis.allCases.compactMap { basis in
                counts[basis].map {
                    BasisCount(basis: basis, count: $0, share: Double($0) / Double(total))
                }
            }
        }

        func states() -> [StateCount] {
            RecordKind.allCases.compactMap { kind in
                guard EcosystemSchema.schema(of: kind).isFact else { return nil }
                var counts: [FactState: Int] = [:]
                for record in model.records(of: kind) { counts[record.factState, default: 0] += 1 }
                guard counts.keys.contains(where: { $0 != .actual }) else { return nil }
                return StateCount(
                    kind: kind, actual: counts[.actual] ?? 0, planned: counts[.planned] ?? 0,
                    possible: counts[.possible] ?? 0, recommended: counts[.recommended] ?? 0,
                    ended: counts[.ended] ?? 0)
            }
        }

        func freshness() -> Freshness {
            let documents = model.records(of: .source).map {
                Freshness.Document(id: SourceID($0.id), date: $0.text("date"))
            }
            var all = 0
            var undated = 0
            let dated = dateFields.compactMap { kind, field -> Freshness.Dated? in
                let records = model.records(of: kind)
                let missing = records.count { !isDated($0, field) }
                all += records.count
                undated += missing
                guard !records.isEmpty else { return nil }
                return Freshness.Dated(
                    kind: kind, count: records.count, undated: missing,
                    undatedShare: Double(missing) / Double(records.count))
            }
            return Freshness(
                documents: documents, latestDocument: documents.compactMap(\.date).max(),
                latestFigureYear: model.all(Indicator.self).compactMap(\.lastYear).max(), dated: dated,
                undatedShare: all > 0 ? Double(undated) / Double(all) : nil)
        }

        func corrections() -> [Correction] {
            model.records(of: .correction).map {
                Correction(
                    id: CorrectionID($0.id), printed: $0.text("printed_form") ?? "",
                    confidence: $0.text("confidence"), concerns: $0.list("concerns"))
            }
        }

        func contradictions() -> [Contradiction] {
            model.all(Indicator.self).compactMap { reading in
                guard let printed = reading.corrects else { return nil }
                let figure = model.find(printed, as: Indicator.self)?.figure
                return Contradiction(
                    printed: printed, printedFigure: figure, corrected: reading.id,
                    correctedFigure: reading.figure, sameNumber: figure != nil && figure == reading.figure)
            }
        }

        func headline() -> [Headline] {
            model.identity.headline.compactMap { id in
                guard let found = model.find(id, as: Indicator.self) else { return nil }
                let corrections = model.records(of: .correction, where: "concerns", is: id.text)
                return Headline(
                    id: id, indicator: found.definition, entity: found.entity, figure: found.figure,
                    period: found.period.flatMap { Period(reading: $0) == .notPrinted ? nil : $0 },
                    corrections: corrections.map { CorrectionID($0.id) })
            }
        }
    }
}
