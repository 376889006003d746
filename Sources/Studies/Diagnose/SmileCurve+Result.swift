import ChainAnalysis
public import Ecosystem

extension SmileCurve {
    /// The answer.
    public struct Result: Codable, Sendable {
        /// A part of the curve.
        public enum Part: String, Codable, Sendable, CaseIterable {
            case front, making, back
        }

        /// One stage of the chain.
        public struct Stage: Codable, Sendable {
            /// Its code in the vocabulary of stages.
            public var stage: String
            /// The part that it belongs to.
            public var part: Part
            /// Segments of the stage, and those that a document names.
            public var segments, named: Int
            /// Organizations of the region that work in it.
            public var organizations: Int
            /// Segments by class: strong, adequate, weak, missing, unknown.
            public var classes: [String: Int]
            /// What documents say of its segments in the region.
            public var said: [AssessmentID]
            /// Value added in yuan; `null` where nothing is on record.
            @KnownOrNull public var valueAdded: Double?
            /// Output in yuan.
            @KnownOrNull public var output: Double?
            /// Its part of the value added of all stages, 0…1.
            @KnownOrNull public var share: Double?
            /// Value added over output.
            @KnownOrNull public var margin: Double?
            /// The figures behind the values.
            public var figures: [IndicatorID]
        }

        /// One part of the curve.
        public struct End: Codable, Sendable {
            /// Which.
            public var part: Part
            /// Its part of the value added, 0…1.
            @KnownOrNull public var share: Double?
            /// Value added over output of its stages.
            @KnownOrNull public var margin: Double?
            /// Organizations of the region that work in it.
            public var organizations: Int
            /// Whether its share is below the limit; `null` where no value is on record.
            @KnownOrNull public var isThin: Bool?
            /// Its segments that are weak or missing.
            public var weakOrMissing: [SegmentID]
        }

        /// The region asked about.
        public var region: RegionID?
        /// The year of the values; `null` where there are none.
        @KnownOrNull public var year: Int?
        /// Stages from design to recycling.
        public var stages: [Stage]
        /// Front, making, back.
        public var ends: [End]
        /// The lower end's margin less that of making; below zero the curve does not smile.
        @KnownOrNull public var depth: Double?
        /// Ends that are thin by value, or that have no organization on record.
        public var missingEnds: [Part]
        /// Stages with segments in which no organization of the region is on record.
        public var emptyStages: [String]
        /// Problems that documents name in the paragraphs on the links of the chain.
        public var problems: [ProblemID]
        /// What other packages say.
        public var compare: [Compared]

        /// Another package.
        public struct Compared: Codable, Sendable {
            /// Its id.
            public var package: String
            /// Its parts.
            public var ends: [End]
            /// The depth of its curve.
            public var depth: Double?
        }
    }

    /// Counts stages and adds values up.
    public func result(on input: StudyInput) throws -> Result {
        let region = input.parameters.text("region").map(RegionID.init) ?? input.model.identity.homeRegion
        var result = try SmileCurve.answer(on: input.model, region: region, input)
        for other in input.others {
            let answer = try SmileCurve.answer(on: other, region: other.identity.homeRegion, input)
            result.compare.append(
                Result.Compared(package: other.identity.id, ends: answer.ends, depth: answer.depth))
        }
        return result
    }

    private static func answer(on model: EcosystemModel, region: RegionID?, _ input: StudyInput) throws
        -> Result
    {
        try input.progress.advance(to: 0.1, Localized("judging stages", "判定各阶段"))
        let chain = ChainCoverage(of: model, in: ChainCoverage.Scope(region: region, includesAdjacent: false))
            .segments
        try input.progress.advance(to: 0.6, Localized("adding values up", "汇总价值"))
        let values = StageValues(model, region: region, year: input.parameters.integer("year"))
        var organizations: [Result.Part: Set<OrganizationID>] = [:]
        let whole = Vocabulary.stages.compactMap { values.sums[$0.stage]?.valueAdded }.reduce(0, +)
        let stages = Vocabulary.stages.map { stage, part in
            let own = chain.filter { $0.stage == stage }
            let working = Set(own.flatMap(\.organizations))
            organizations[part, default: []].formUnion(working)
            var classes: [String: Int] = [:]
            for segment in own { classes[segment.grade.rawValue, default: 0] += 1 }
            let sums = values.sums[stage]
            return Result.Stage(
                stage: stage, part: part, segments: own.count,
                named: own.count { model.record(id: $0.id.text)?.boolean("named_in_source") == true },
                organizations: working.count, classes: classes,
                said: Set(own.flatMap { $0.assessments + $0.otherAssessments }).sorted(),
                valueAdded: sums?.valueAdded, output: sums?.output,
                share: sums?.valueAdded.flatMap { whole > 0 ? $0 / whole : nil },
                margin: SmileCurve.margin(sums?.valueAdded, sums?.output), figures: sums?.figures ?? [])
        }
        let limit = input.parameters.number("thin-below") ?? 0.15
        let ends = Result.Part.allCases.map { part in
            let own = stages.filter { $0.part == part }
            let added = own.compactMap(\.valueAdded)
            let share = whole > 0 ? added.reduce(0, +) / whole : nil
            // A margin needs both numbers of a stage; stages that lack one are left out of both.
            let both = own.filter { $0.margin != nil }
            let segments = chain.filter { segment in own.contains { $0.stage == segment.stage } }
            return Result.End(
                part: part, share: share,
                margin: margin(
                    both.isEmpty ? nil : both.compactMap(\.valueAdded).reduce(0, +),
                    both.isEmpty ? nil : both.compactMap(\.output).reduce(0, +)),
                organizations: organizations[part]?.count ?? 0, isThin: share.map { $0 < limit },
                weakOrMissing: segments.filter { $0.grade == .weak || $0.grade == .missing }.map(\.id))
        }
        let margins = ends.map(\.margin)
        var depth: Double?
        if let front = margins[0], let making = margins[1], let back = margins[2] {
            depth = min(front, back) - making
        }
        let links = model.all(Indicator.self, where: "indicator_id", is: Vocabulary.links.text)
        let paragraphs = Set(links.flatMap { $0.record.list("sources") })
        let problems = model.records(of: .problem).filter { !paragraphs.isDisjoint(with: $0.list("sources")) }
        return Result(
            region: region, year: values.year, stages: stages, ends: ends, depth: depth,
            missingEnds: ends.filter { $0.part != .making && ($0.isThin ?? ($0.organizations == 0)) }.map(
                \.part),
            emptyStages: stages.filter { $0.segments > 0 && $0.organizations == 0 }.map(\.stage),
            problems: problems.map { ProblemID($0.id) }, compare: [])
    }

    private static func margin(_ valueAdded: Double?, _ output: Double?) -> Double? {
        guard let valueAdded, let output, output > 0 else { return nil }
        return valueAdded / output
    }
}

/// Value added and output by stage, from figures of segments, organizations and products of a region.
struct StageValues {
    /// The sums of a stage, in yuan.
    struct Sums {
        var valueAdded: Double?
        var output: Double?
        var figures: [IndicatorID] = []
    }

    /// The year that was read; `nil` where no value is dated.
    private(set) var year: Int?
    /// By stage.
    private(set) var sums: [String: Sums] = [:]

    init(_ model: EcosystemModel, region: RegionID?, year asked: Int?) {
        let tree = RegionTree(model, region: region)
        let places = RecordPlaces(model: model, tree: tree)
        let added = StageValues.figures(SmileCurve.Vocabulary.valueAdded, in: model)
        let output = StageValues.figures(SmileCurve.Vocabulary.output, in: model)
        year = asked ?? (added + output).compactMap(\.lastYear).max()
        for (figures, path) in [(added, \Sums.valueAdded), (output, \Sums.output)] {
            for figure in figures where figure.lastYear == year {
                guard let value = figure.printed?.referenceValue,
                    let stage = StageValues.stage(of: figure.entity, in: model),
                    // A figure of a segment is about the package's own region.
                    places.region(of: figure.entity).map(tree.isInside)
                        ?? (region == model.identity.homeRegion)
                else { continue }
                var sum = sums[stage] ?? Sums()
                sum[keyPath: path] = (sum[keyPath: path] ?? 0) + value
                sum.figures.append(figure.id)
                sums[stage] = sum
            }
        }
        if sums.isEmpty { year = nil }
    }

    private static func figures(_ definition: String, in model: EcosystemModel) -> [Indicator] {
        model.all(Indicator.self, where: "indicator_id", is: definition).filter { figure in
            guard !figure.isCorrectedReading, figure.record.factState == .actual else { return false }
            if case .money = figure.printed?.unit.dimension { return true }
            return false
        }
    }

    /// The stage of a segment, of a product's segment, or of an organization's main segment.
    private static func stage(of entity: String, in model: EcosystemModel) -> String? {
        guard let record = model.record(id: entity) else { return nil }
        switch record.kind {
        case .segment: return record.text("stage")
        case .product: return record.target("segment_id")?.text("stage")
        case .organization:
            let work = model.all(Activity.self, where: "organization_id", is: entity).filter {
                $0.role != "user"
            }
            return (work.first { $0.rank == "primary" } ?? work.first)?.record.target("segment_id")?.text(
                "stage")
        default: return nil
        }
    }
}
