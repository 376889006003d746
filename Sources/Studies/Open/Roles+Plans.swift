import Ecosystem

extension Roles {
    /// Which segments are planned and which are on record in each place.
    struct PlannedAndRecorded {
        /// A segment in a place.
        private struct Slot: Hashable {
            var segment: String
            var place: String
        }

        private let model: EcosystemModel
        private let tree: RegionTree
        private let parents: [String: String]
        private var planned: [Slot: Set<String>] = [:]
        private var limited: [Slot: Set<String>] = [:]
        private var working: [Slot: Set<String>] = [:]
        private var hosting: [Slot: Set<String>] = [:]
        private var sited: [Slot: Set<String>] = [:]
        /// Slots that a record names itself, before parts count for the whole.
        private var named: Set<Slot> = []
        /// Policies that name segments for the whole region.
        private(set) var regionWide: [PolicyID] = []

        init(_ model: EcosystemModel, _ presence: OrganizationPresence) {
            self.model = model
            tree = presence.tree
            var parents: [String: String] = [:]
            for segment in model.all(Segment.self) { parents[segment.id.text] = segment.parent?.text }
            self.parents = parents
            readPolicies()
            readActivities(presence)
            readParks()
            readSites()
        }

        /// Pairs with a plan, a limit or a record, by segment in the order of the table, then by place.
        func pairs() -> [Pair] {
            var pairs: [Pair] = []
            for segment in model.all(Segment.self).map(\.id.text) {
                for place in tree.places.map(\.text) {
                    let slot = Slot(segment: segment, place: place)
                    guard named.contains(slot) else { continue }
                    let isPlanned = planned[slot] != nil
                    let isRecorded = working[slot] != nil || hosting[slot] != nil || sited[slot] != nil
                    let difference: Pair.Difference =
                        switch (isPlanned, isRecorded) {
                        case (true, true): .plannedAndRecorded
                        case (true, false): .plannedNotRecorded
                        case (false, true): hasWiderPlan(slot) ? .recordedUnderWiderPlan : .recordedNotPlanned
                        case (false, false): .limited
                        }
                    pairs.append(
                        Pair(
                            segment: SegmentID(segment), place: RegionID(place),
                            plannedBy: (planned[slot] ?? []).sorted(),
                            limitedBy: (limited[slot] ?? []).sorted().map(PolicyID.init),
                            recordedBy: (working[slot] ?? []).sorted().map(OrganizationID.init),
                            hostedBy: (hosting[slot] ?? []).sorted().map(RelationID.init),
                            sites: (sited[slot] ?? []).sorted().map(SiteID.init),
                            difference: difference))
                }
            }
            return pairs
        }

        /// The segment and those above it; a chain that comes back to itself ends there.
        private func line(from segment: String) -> [String] {
            var line: [String] = []
            var current: String? = segment
            while let id = current, !line.contains(id) {
                line.append(id)
                current = parents[id]
            }
            return line
        }

        private func hasWiderPlan(_ slot: Slot) -> Bool {
            line(from: slot.segment).dropFirst().contains {
                planned[Slot(segment: $0, place: slot.place)] != nil
            }
        }

        private mutating func readPolicies() {
            for policy in model.all(Policy.self)
            where !Vocabulary.policiesThatDoNotPlan.contains(policy.status ?? "")
                && policy.record.factState != .ended
            {
                let relations = model.all(Relation.self, where: "subject_id", is: policy.id.text)
                let supported = relations.filter { $0.predicate.text == Vocabulary.supports }.map(\.object)
                let limits = Set(relations.filter { $0.predicate.text == Vocabulary.limits }.map(\.object))
                var places = Set([tree.place(of: policy.region)].compactMap { $0?.text })
                var segments = Set(policy.segments.map(\.text))
                for object in supported {
                    guard let record = model.record(id: object) else { continue }
                    switch record.kind {
                    case .segment: segments.insert(object)
                    case .region: places.formUnion([tree.place(of: RegionID(object))].compactMap { $0?.text })
                    case .park: places.formUnion([place(ofPark: object)].compactMap { $0?.text })
                    default: break
                    }
                }
                if places.isEmpty, !segments.isEmpty, policy.region == tree.region {
                    regionWide.append(policy.id)
                }
                for place in places {
                    for segment in segments.subtracting(limits) {
                        plan(Slot(segment: segment, place: place), by: policy.id.text)
                    }
                    for segment in limits {
                        let slot = Slot(segment: segment, place: place)
                        limited[slot, default: []].insert(policy.id.text)
                        named.insert(slot)
                    }
                }
            }
        }

        private mutating func readActivities(_ presence: OrganizationPresence) {
            for activity in model.all(Activity.self) {
                guard let owner = activity.organization, let segment = activity.segment?.text else {
                    continue
                }
                for place in presence.places(of: owner) {
                    let slot = Slot(segment: segment, place: place.text)
                    switch activity.record.factState {
                    case .actual:
                        named.insert(slot)
                        for wider in line(from: segment) {
                            working[Slot(segment: wider, place: place.text), default: []].insert(owner.text)
                        }
                    case .planned, .recommended: plan(slot, by: activity.id.text)
                    case .possible, .ended: break
                    }
                }
            }
        }

        /// What parks and regions host; a park that somebody plans hosts what it is planned for.
        private mutating func readParks() {
            let plannedParks = Set(
                model.all(Relation.self, where: "predicate", is: Vocabulary.plans).map(\.object))
            for relation in model.all(Relation.self, where: "predicate", is: Vocabulary.hosts) {
                guard let host = model.record(id: relation.subject),
                    parents[relation.object] != nil
                        || model.find(SegmentID(relation.object), as: Segment.self) != nil
                else { continue }
                let found = host.kind == .park ? place(ofPark: host.id) : tree.place(of: RegionID(host.id))
                guard let place = found?.text else { continue }
                let slot = Slot(segment: relation.object, place: place)
                let state = relation.record.factState
                if plannedParks.contains(host.id) || host.factState == .planned || state == .planned
                    || state == .recommended
                {
                    plan(slot, by: relation.id.text)
                } else if state == .actual {
                    named.insert(slot)
                    for wider in line(from: relation.object) {
                        hosting[Slot(segment: wider, place: place), default: []].insert(relation.id.text)
                    }
                }
            }
        }

        /// Sites whose function names a segment; planned ones plan it.
        private mutating func readSites() {
            for site in model.all(Site.self) {
                guard let place = tree.place(of: site.region)?.text else { continue }
                for function in site.functions {
                    guard let segment = Vocabulary.segmentOfFunction[function],
                        model.find(SegmentID(segment), as: Segment.self) != nil
                    else { continue }
                    let slot = Slot(segment: segment, place: place)
                    if site.isInPlace {
                        named.insert(slot)
                        for wider in line(from: segment) {
                            sited[Slot(segment: wider, place: place), default: []].insert(site.id.text)
                        }
                    } else if site.record.factState == .planned {
                        plan(slot, by: site.id.text)
                    }
                }
            }
        }

        private func place(ofPark id: String) -> RegionID? {
            tree.place(of: model.find(ParkID(id), as: Park.self)?.region)
        }

        private mutating func plan(_ slot: Slot, by id: String) {
            planned[slot, default: []].insert(id)
            named.insert(slot)
        }
    }
}
