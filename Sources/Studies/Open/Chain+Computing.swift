import ChainAnalysis
import Ecosystem

extension Chain {
    /// What the answer rests on, for the result and for its layout.
    struct Survey: Sendable {
        var scope: ChainCoverage.Scope
        var coverage: ChainCoverage
        var template: ParkTemplate?
        var unknownWords: [String]
        var matrix: PlaceStageMatrix
    }

    /// Judges the chain that is asked for, everywhere where no region is named.
    func survey(_ input: StudyInput) throws(StudyProblem) -> Survey {
        let region = input.parameters.text("region").map(RegionID.init)
        let model = input.model
        let tree = SegmentTree(model)
        var scope = ChainCoverage.Scope(region: region, includesAdjacent: input.parameters.flag("adjacent"))
        var unknown: [String] = []
        var template: ParkTemplate?
        func narrow(_ segments: Set<SegmentID>) {
            scope.segments = scope.segments?.intersection(segments) ?? segments
        }
        if let root = input.parameters.text("root") { narrow(tree.below(SegmentID(root))) }
        if let words = input.parameters.text("track") {
            let track = ChainTrack(words, in: model, tree: tree)
            guard !track.segments.isEmpty else {
                throw StudyProblem(
                    Localized(
                        "track: no segment, park or policy has “\(words)” in its name; give other words or ids of segments",
                        "track：没有名称含“\(words)”的环节、园区或政策；请换词或给出环节编号"), parameter: "track")
            }
            unknown = track.unknown
            narrow(track.segments)
        }
        if let park = input.parameters.text("park") {
            let found = ParkTemplate(ParkID(park), in: model, tree: tree)
            template = found
            narrow(Set(found.modules.map(\.segment)))
        }
        return Survey(
            scope: scope, coverage: ChainCoverage(of: model, in: scope), template: template,
            unknownWords: unknown,
            matrix: PlaceStageMatrix(model, OrganizationPresence(model, RegionTree(model, region: region))))
    }

    /// Judges every segment and counts places and stages.
    public func result(on input: StudyInput) throws -> Result {
        let model = input.model
        try input.progress.advance(to: 0, Localized("judging segments", "判定环节"))
        let survey = try survey(input)
        try input.progress.advance(to: 0.6, Localized("placing organizations", "归入各地"))
        let chain = survey.coverage
        let wanted = Set(chain.segments.map(\.id))
        let loom = survey.matrix.cells.compactMap { cell -> Result.Crossing? in
            let count = Chain.organizations(of: cell, in: wanted, model).count
            return count == 0 ? nil : Result.Crossing(place: cell.place, stage: cell.stage, count: count)
        }
        let concerned =
            chain.segments.flatMap { [$0.id.text] + $0.assessments.map(\.text) + $0.origin.records }
            + (survey.template.map { [$0.park.text] + $0.figures.map(\.id.text) } ?? [])
        let named = placesWithoutFirm(in: model)
        return Result(
            region: survey.scope.region,
            segments: chain.segments.map { Chain.coded($0, places: named[$0.id] ?? []) },
            stages: Chain.stages(of: chain),
            tiers: tiers(survey, in: model), ties: ties(wanted, in: model), loom: loom,
            completeness: Chain.coded(chain.completeness),
            classes: Chain.coded(chain.completeness.classes), template: survey.template.map(Chain.coded),
            unknownWords: survey.unknownWords,
            corrections: model.corrections(concerning: concerned).map { CorrectionID($0.id) },
            compare: input.others.map(Chain.compared), survey: survey)
    }

    /// Organizations of a place and stage that work in the segments shown.
    static func organizations(
        of cell: PlaceStageMatrix.Cell, in segments: Set<SegmentID>, _ model: EcosystemModel
    )
        -> Set<OrganizationID>
    {
        Set(
            cell.activities.compactMap { id -> OrganizationID? in
                guard let activity = model.find(id, as: Activity.self), let segment = activity.segment,
                    segments.contains(segment), activity.role != "user"
                else { return nil }
                return activity.organization
            })
    }

    private static func coded(_ segment: SegmentCoverage, places: [RegionID]) -> Result.Segment {
        let quantities = segment.quantities
        return Result.Segment(
            id: segment.id, class: segment.grade.rawValue, by: segment.rule.rawValue,
            coverage: segment.coverage,
            organizations: segment.organizations, independent: segment.independent,
            reasons: segment.reasons.map(\.rawValue), parent: segment.parent, stage: segment.stage,
            depth: segment.depth, planned: segment.planned, elsewhere: segment.elsewhere, places: places,
            need: quantities?.need,
            capacity: quantities?.capacity, unit: segment.unit, concentration: quantities?.concentration,
            surveyedShare: quantities?.surveyedShare, assessments: segment.assessments,
            otherAssessments: segment.otherAssessments, basis: segment.origin.basis)
    }

    private static func coded(_ template: ParkTemplate) -> Result.Template {
        Result.Template(
            park: template.park,
            modules: template.modules.map {
                Result.Template.Module(segment: $0.segment, standing: $0.standing.rawValue, sites: $0.sites)
            },
            present: template.present, figures: template.figures.map(\.id))
    }

    private static func coded(_ completeness: ChainCompleteness) -> Result.Completeness {
        Result.Completeness(
            total: completeness.total, surveyed: completeness.surveyed, assessed: completeness.assessed,
            recorded: completeness.recorded, value: completeness.value)
    }

    private static func coded(_ classes: [CoverageClass: Int]) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: CoverageClass.allCases.map { ($0.rawValue, classes[$0] ?? 0) })
    }

    private static func stages(of chain: ChainCoverage) -> [Result.Stage] {
        let known = Vocabulary.chainStage.terms.map(\.code)
        let used = Set(chain.segments.compactMap(\.stage))
        return (known.filter(used.contains) + used.subtracting(known).sorted()).map { stage in
            let segments = chain.segments.filter { $0.stage == stage }
            var classes: [CoverageClass: Int] = [:]
            for segment in segments { classes[segment.grade, default: 0] += 1 }
            return Result.Stage(
                stage: stage, segments: segments.count,
                recorded: segments.count { !$0.organizations.isEmpty },
                surveyed: segments.count { $0.isSurveyed }, classes: coded(classes))
        }
    }

    private static func compared(_ model: EcosystemModel) -> Result.Compared {
        let region = model.identity.homeRegion
        let chain = ChainCoverage(
            of: model, in: ChainCoverage.Scope(region: region))
        return Result.Compared(
            package: model.identity.id, region: region, completeness: coded(chain.completeness),
            classes: coded(chain.completeness.classes))
    }
}
