import ChainAnalysis
import Ecosystem

extension Overlap {
    /// Compares the two.
    public func result(on input: StudyInput) throws -> Result {
        try input.progress.advance(to: 0, Localized("reading the two", "读取两者"))
        if case .matrix(let matrix) = input.supplied { return try Overlap.result(matrix, input.parameters) }
        let (first, second) = (input.parameters.text("first"), input.parameters.text("second"))
        if let first, first == second {
            throw StudyProblem(
                Localized(
                    "first and second are both “\(first)”; name two ports or parks",
                    "first 与 second 都是“\(first)”；请指定两个港口或园区"), parameter: "second")
        }
        var result = try Overlap.result(input.model, first, second, input.parameters, input.progress)
        result.compare = try input.others.map { other in
            let parks = Array(Overlap.ports(of: other).prefix(2))
            let answer = try Overlap.result(
                other, parks.first, parks.count > 1 ? parks[1] : nil, input.parameters, input.progress)
            return Compared(
                package: other.identity.id, parks: parks.map(ParkID.init), similarity: answer.similarity,
                sharedHinterland: answer.sharedHinterland, pattern: answer.pattern)
        }
        return result
    }

    private static let nothing = Result(
        source: "package", first: nil, second: nil, sharing: [], similarity: nil, sharedHinterland: nil,
        pattern: .unknown, hinterland: nil,
        stated: Result.Stated(competes: [], cooperates: [], links: [], problems: []), shares: [], compare: [])

    private static func result(
        _ model: EcosystemModel, _ first: String?, _ second: String?, _ parameters: ParameterValues,
        _ progress: StudyProgress
    ) throws -> Result {
        guard let first, let second, let one = OverlapSide(first, in: model),
            let two = OverlapSide(second, in: model)
        else {
            return nothing
        }
        try progress.advance(to: 0.3, Localized("comparing the two", "比较两者"))
        var result = nothing
        (result.first, result.second) = (one.side, two.side)
        result.sharing = [
            sharing("functions", one.side.functions, two.side.functions),
            sharing("cargo", one.side.cargo, two.side.cargo),
            sharing("focus", one.side.focus.map(\.en), two.side.focus.map(\.en)),
            sharing("segments", one.side.segments.map(\.text), two.side.segments.map(\.text)),
            sharing(
                "partners", one.partners.filter { !two.spots.contains($0) },
                two.partners.filter { !one.spots.contains($0) }),
            sharing("policies", one.policies, two.policies),
        ]
        let features = result.sharing.prefix(4)
        let common = features.map(\.both.count).reduce(0, +)
        let all = features.map { $0.both.count + $0.onlyFirst.count + $0.onlySecond.count }.reduce(0, +)
        result.similarity = all > 0 ? Double(common) / Double(all) : nil
        result.hinterland = hinterland(one, two, in: model, parameters)
        result.sharedHinterland = result.hinterland?.overlap
        result.stated = stated(one, two, in: model)
        result.pattern = pattern(result, parameters)
        return result
    }

    private static func sharing(_ aspect: String, _ first: [String], _ second: [String]) -> Result.Sharing {
        let (one, two) = (Set(first), Set(second))
        let all = one.union(two)
        let both = one.intersection(two)
        return Result.Sharing(
            aspect: aspect, both: both.sorted(), onlyFirst: one.subtracting(two).sorted(),
            onlySecond: two.subtracting(one).sorted(),
            overlap: all.isEmpty ? nil : Double(both.count) / Double(all.count))
    }

    private static func hinterland(
        _ one: OverlapSide, _ two: OverlapSide, in model: EcosystemModel, _ parameters: ParameterValues
    ) -> Result.Hinterland? {
        guard let first = one.side.point, let second = two.side.point else { return nil }
        let tree = RegionTree(model)
        let own = Set((one.side.sites + two.side.sites).map(\.text))
        let sites = model.all(Site.self).filter {
            $0.isInPlace && tree.isInside($0.region) && !own.contains($0.id.text) && $0.point != nil
        }
        let split = HinterlandSplit(
            places: sites.compactMap(\.point), first: first, second: second,
            exponent: parameters.number("exponent") ?? 2, ratio: parameters.number("ratio") ?? 1.5)
        return Result.Hinterland(
            apart: first.distance(to: second).value,
            places: zip(sites, split.places).map { site, place in
                Result.Place(
                    site: site.id, toFirst: place.toFirst.value, toSecond: place.toSecond.value,
                    shareOfFirst: place.shareOfFirst, isContested: place.isContested)
            }, nearerFirst: split.nearerFirst, nearerSecond: split.nearerSecond, contested: split.contested,
            overlap: split.overlap)
    }

    /// What documents say of the two, of their regions, or of the parks that they are part of.
    private static func stated(_ one: OverlapSide, _ two: OverlapSide, in model: EcosystemModel)
        -> Result.Stated
    {
        func joins(_ from: String, _ to: String) -> Bool {
            (one.spots.contains(from) && two.spots.contains(to))
                || (one.spots.contains(to) && two.spots.contains(from))
        }
        var found = Result.Stated(competes: [], cooperates: [], links: [], problems: [])
        var records: [Record] = []
        for relation in model.all(Relation.self) where joins(relation.subject, relation.object) {
            switch relation.predicate.text {
            case "competes_with": found.competes.append(relation.id)
            case "cooperates_with", "complements": found.cooperates.append(relation.id)
            default: continue
            }
            records.append(relation.record)
        }
        for link in model.records(of: .logisticsLink) {
            guard let from = link.text("from_id"), let to = link.text("to_id"), joins(from, to) else {
                continue
            }
            found.links.append(LogisticsLinkID(link.id))
            records.append(link)
        }
        let paragraphs = Set(records.flatMap { $0.list("sources") })
        found.problems = model.records(of: .problem).filter { problem in
            problem.list("sources").contains(where: paragraphs.contains)
        }.map { ProblemID($0.id) }
        return found
    }

    static func pattern(_ result: Result, _ parameters: ParameterValues) -> Result.Pattern {
        guard let similarity = result.similarity, let shared = result.sharedHinterland else {
            return .unknown
        }
        let threshold = parameters.number("threshold") ?? 0.5
        return switch (similarity >= threshold, shared >= threshold) {
        case (true, true): .rivals
        case (false, true): .partners
        case (true, false): .parallel
        case (false, false): .separate
        }
    }
}
