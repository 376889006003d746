import Ecosystem

extension Emerging {
    /// Collects who promotes what and holds it against what is on record.
    public func result(on input: StudyInput) throws -> Result {
        let reader = EmergingReader(
            input.model, onlySectorPolicies: input.parameters.text("policies") != "all")
        let places = reader.tree.places
        var sectors: [Result.Sector] = []
        var imbalances: [Result.Imbalance] = []
        for segment in reader.segments {
            let standings = places.map { Emerging.standing(of: segment, at: $0, reader) }
            let promoting = standings.filter { !$0.policies.isEmpty }.map(\.place)
            let whole = reader.policies(for: segment, in: nil)
            let promotion =
                promoting.count > 1
                ? "shared" : promoting.count == 1 ? "unique" : whole.isEmpty ? "none" : "region"
            for standing in standings {
                guard let kind = Emerging.imbalance(standing, isPromotedByRegion: !whole.isEmpty) else {
                    continue
                }
                imbalances.append(Result.Imbalance(kind: kind, segment: segment, place: standing.place))
            }
            sectors.append(
                Result.Sector(
                    segment: segment, promotion: promotion, promotedBy: promoting, regionPolicies: whole,
                    standings: standings))
        }
        let order = ["shared", "unique", "region", "none"]
        sectors = sectors.enumerated().sorted { left, right in
            let ranks = (
                order.firstIndex(of: left.element.promotion) ?? 4,
                order.firstIndex(of: right.element.promotion) ?? 4
            )
            return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : left.offset < right.offset
        }.map(\.element)
        return Result(
            places: places, sectors: sectors, pairs: Emerging.pairs(sectors, reader),
            imbalances: imbalances.sorted {
                ($0.kind, $0.segment, $0.place) < ($1.kind, $1.segment, $1.place)
            },
            contests: Emerging.contests(input.model))
    }

    private static func standing(
        of segment: SegmentID, at place: RegionID, _ reader: EmergingReader
    ) -> Result.Standing {
        let said = reader.assessments(of: segment, at: place)
        // Of statements that contradict each other the worse one counts.
        let strength = ["missing", "weak", "strong"].first { (code: String) in
            said.contains { $0.strength == code }
        }
        return Result.Standing(
            place: place, policies: reader.policies(for: segment, in: place),
            organizations: reader.organizations(in: segment, at: place).count, strength: strength,
            assessments: said.filter { $0.strength == strength && strength != nil }.map(\.id).sorted())
    }

    private static func imbalance(_ standing: Result.Standing, isPromotedByRegion: Bool) -> String? {
        if standing.policies.isEmpty {
            return standing.strength == "strong" && !isPromotedByRegion ? "strong-not-promoted" : nil
        }
        if standing.strength == "weak" || standing.strength == "missing" { return "promoted-though-weak" }
        return standing.organizations == 0 ? "promoted-without-record" : nil
    }

    private static func pairs(_ sectors: [Result.Sector], _ reader: EmergingReader) -> [Result.Pair] {
        let places = reader.tree.places
        func promoted(_ place: RegionID) -> [SegmentID] {
            sectors.filter { $0.promotedBy.contains(place) }.map(\.segment).sorted()
        }
        let rivalries = reader.model.all(Relation.self, where: "predicate", is: "competes_with")
        var pairs: [Result.Pair] = []
        for (index, a) in places.enumerated() {
            for b in places.dropFirst(index + 1) {
                let (one, other) = (promoted(a), promoted(b))
                let common = one.filter { segment in other.contains { reader.meet(segment, $0) } }
                let alone = other.filter { segment in !one.contains { reader.meet(segment, $0) } }
                let either = one.count + alone.count
                pairs.append(
                    Result.Pair(
                        a: a, b: b, common: common, either: either,
                        overlap: either > 0 ? Double(common.count) / Double(either) : nil,
                        rivalries: rivalries.filter {
                            Set([$0.subject, $0.object]) == Set([a.text, b.text])
                        }.map(\.id)))
            }
        }
        return pairs
    }

    private static func contests(_ model: EcosystemModel) -> [Result.Contest] {
        var found: [Result.Contest] = []
        for relation in model.all(Relation.self, where: "predicate", is: "claims_fund") {
            let policy = PolicyID(relation.object)
            let claimant = OrganizationID(relation.subject)
            if let index = found.firstIndex(where: { $0.policy == policy }) {
                found[index].claimants.append(claimant)
            } else {
                found.append(Result.Contest(policy: policy, claimants: [claimant]))
            }
        }
        return found
    }
}
