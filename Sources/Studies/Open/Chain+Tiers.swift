import ChainAnalysis
import Ecosystem

extension Chain {
    /// Who works in each segment in each place, and the yearly value that is on record for it.
    ///
    /// The value of an organization that is in several places cannot be placed and is left out.
    func tiers(_ survey: Survey, in model: EcosystemModel) -> [Result.Tier] {
        var members: [SegmentID: [RegionID: Set<OrganizationID>]] = [:]
        let wanted = Set(survey.coverage.segments.map(\.id))
        for cell in survey.matrix.cells {
            for id in cell.activities {
                guard let activity = model.find(id, as: Activity.self), let segment = activity.segment,
                    wanted.contains(segment), let organization = activity.organization,
                    activity.role != "user"
                else { continue }
                members[segment, default: [:]][cell.place, default: []].insert(organization)
            }
        }
        let values = Chain.values(of: wanted, in: model)
        var tiers: [Result.Tier] = []
        for segment in survey.coverage.segments {
            guard let places = members[segment.id] else { continue }
            for place in survey.matrix.places {
                guard let organizations = places[place] else { continue }
                var tier = Result.Tier(
                    stage: segment.stage ?? "", segment: segment.id, place: place,
                    organizations: organizations.sorted())
                // One unit a tier: a sum over several would mix them, so that such values stay out.
                let alone = organizations.filter { member in places.values.count { $0.contains(member) } == 1
                }
                let own = alone.sorted().flatMap { values[segment.id]?[$0] ?? [] }
                if let unit = own.first?.unit, own.allSatisfy({ $0.unit == unit }) {
                    tier.value = own.map(\.value).reduce(0, +)
                    tier.unit = unit
                }
                tiers.append(tier)
            }
        }
        return tiers
    }

    /// Yearly values of what each organization supplies of a segment, one entry a relation.
    private static func values(of segments: Set<SegmentID>, in model: EcosystemModel)
        -> [SegmentID: [OrganizationID: [(value: Double, unit: String)]]]
    {
        var values: [SegmentID: [OrganizationID: [(value: Double, unit: String)]]] = [:]
        for relation in model.all(Relation.self, where: "predicate", is: "supplies") {
            guard let segment = relation.segment, segments.contains(segment), let value = relation.value,
                relation.record.factState == .actual
            else { continue }
            values[segment, default: [:]][OrganizationID(relation.subject), default: []].append(
                (value, relation.record.text("unit") ?? ""))
        }
        return values
    }
}
