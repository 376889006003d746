public import Ecosystem

/// Organizations by place and stage of the chain: the loom of the home page and of the chain.
///
/// An organization counts once in a place for each stage in which it has an activity that is in place. It is in a
/// place where it has its home or a site that is in place (neither planned nor given up). A document that names an
/// organization's activity rarely says at which of its sites it is done: where an organization is in several places,
/// its cells rest on that reading and are marked inferred.
public struct PlaceStageMatrix: Codable, Sendable, Equatable {
    /// One place and stage with at least one organization; a pair that is not listed has no record.
    public struct Cell: Codable, Sendable, Equatable {
        /// The place.
        public var place: RegionID
        /// The stage's code.
        public var stage: String
        /// How many organizations.
        public var count: Int
        /// Which, by id.
        public var organizations: [OrganizationID]
        /// How the count is known at best.
        public var basis: Basis
        /// Ids of the activities that it rests on.
        public var activities: [ActivityID]
    }

    /// Places, in the package's order.
    public var places: [RegionID]
    /// Stages that the package's segments have, upstream first.
    public var stages: [String]
    /// Cells with a record, by place, then stage.
    public var cells: [Cell]
    /// Organizations with an activity that are in none of the places, by id.
    public var elsewhere: [OrganizationID]

    /// The cell of a place and stage; `nil` where there is no record.
    public func cell(_ place: RegionID, _ stage: String) -> Cell? {
        cells.first { $0.place == place && $0.stage == stage }
    }
}

extension PlaceStageMatrix {
    /// Counts the organizations of a model.
    ///
    /// - Complexity: O(activities + sites + organizations).
    init(_ model: EcosystemModel, _ presence: OrganizationPresence) {
        places = presence.tree.places
        stages = PlaceStageMatrix.stages(of: model)
        var activities: [Slot: [Activity]] = [:]
        var organizations: [Slot: Set<String>] = [:]
        var outside: Set<String> = []
        for activity in model.all(Activity.self) where activity.record.factState == .actual {
            guard let owner = activity.organization, let segment = activity.segment,
                let stage = model.find(segment, as: Segment.self)?.stage
            else { continue }
            let found = presence.places(of: owner)
            if found.isEmpty { outside.insert(owner.text) }
            for place in found {
                let slot = Slot(place: place.text, stage: stage)
                activities[slot, default: []].append(activity)
                organizations[slot, default: []].insert(owner.text)
            }
        }
        cells = []
        for place in places {
            for stage in stages {
                let slot = Slot(place: place.text, stage: stage)
                guard let owners = organizations[slot] else { continue }
                var basis = Basis.counted
                for activity in activities[slot] ?? [] { basis = max(basis, activity.record.knownBasis) }
                for owner in owners { basis = max(basis, presence.basis(of: OrganizationID(owner))) }
                cells.append(
                    Cell(
                        place: place, stage: stage, count: owners.count,
                        organizations: owners.sorted().map(OrganizationID.init), basis: basis,
                        activities: (activities[slot] ?? []).map(\.id).sorted()))
            }
        }
        elsewhere = outside.sorted().map(OrganizationID.init)
    }

    private struct Slot: Hashable {
        var place: String
        var stage: String
    }

    /// Stages that segments of the model have: those of the vocabulary in its order, then others by code.
    static func stages(of model: EcosystemModel) -> [String] {
        let used = Set(model.all(Segment.self).compactMap(\.stage))
        let known = Vocabulary.chainStage.terms.map(\.code)
        return known.filter { used.contains($0) } + used.subtracting(known).sorted()
    }
}
