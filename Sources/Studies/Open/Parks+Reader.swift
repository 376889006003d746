import Ecosystem

extension Parks {
    /// Reads the parks of a region with everything that is on record of them.
    struct Reader {
        let model: EcosystemModel
        let tree: RegionTree
        private(set) var entries: [Entry] = []
        private let stages: [String]

        init(_ model: EcosystemModel, region: RegionID?) {
            self.model = model
            tree = RegionTree(model, region: region)
            stages = PlaceStageMatrix.stages(of: model)
            let tree = tree
            let parks = model.all(Park.self).filter { tree.isInside($0.region) }
            var parents: [String: ParkID] = [:]
            for park in parks { parents[park.id.text] = parent(of: park) }
            let children = Dictionary(grouping: parks.map(\.id).filter { parents[$0.text] != nil }) {
                parents[$0.text]?.text ?? ""
            }
            entries = parks.map { entry($0, parent: parents[$0.id.text], children[$0.id.text] ?? []) }
        }

        /// The park above: the field, else a relation that says "part of" between two parks.
        private func parent(of park: Park) -> ParkID? {
            if let parent = park.parent { return parent }
            return model.all(Relation.self, where: "subject_id", is: park.id.text).first {
                Vocabulary.parts.contains($0.predicate.text)
                    && model.find(ParkID($0.object), as: Park.self) != nil
            }.map { ParkID($0.object) }
        }

        private func entry(_ park: Park, parent: ParkID?, _ children: [ParkID]) -> Entry {
            let id = park.id.text
            let sites = model.all(Site.self, where: "park_id", is: id)
            let segments = segments(of: park, sites: sites)
            let covered = Set(segments.compactMap { model.find($0.id, as: Segment.self)?.stage })
            return Entry(
                id: park.id, region: park.region, place: tree.place(of: park.region), kind: park.parkKind,
                state: park.record.factState, parent: parent, children: children.sorted(),
                focus: park.focus, functions: Set(sites.flatMap(\.functions)).sorted(), segments: segments,
                stages: stages.filter(covered.contains), anchors: park.anchors,
                sites: sites.map(\.id), receivingRole: park.record.phrase("receiving_role"),
                policies: policies(for: id),
                figures: model.all(Indicator.self, where: "entity_id", is: id).map(\.id))
        }

        private func policies(for park: String) -> [PolicyID] {
            let relations = model.all(Relation.self, where: "object_id", is: park)
                .filter { $0.predicate.text == Vocabulary.supports }
            return Set(relations.map { PolicyID($0.subject) }).sorted()
        }

        /// Hosted segments first, then those of anchors and of firms with a site in place there.
        private func segments(of park: Park, sites: [Site]) -> [Entry.Hosted] {
            let relations = model.all(Relation.self, where: "subject_id", is: park.id.text)
                .filter { $0.predicate.text == Vocabulary.hosts }
            let hosted = Set(relations.map(\.object)).filter {
                model.find(SegmentID($0), as: Segment.self) != nil
            }
            let firms = Set(
                park.anchors.map(\.text) + sites.filter(\.isInPlace).compactMap { $0.organization?.text })
            var through: Set<String> = []
            for firm in firms {
                for activity in model.all(Activity.self, where: "organization_id", is: firm)
                where activity.record.factState == .actual {
                    if let segment = activity.segment?.text { through.insert(segment) }
                }
            }
            return hosted.sorted().map { Entry.Hosted(id: SegmentID($0), by: .hosts) }
                + through.subtracting(hosted).sorted().map { Entry.Hosted(id: SegmentID($0), by: .anchor) }
        }

        /// What the documents say of land, labour, space and scale in regions inside the one that is asked about.
        var costAdvantages: [Record] {
            model.records(of: .advantage).filter { record in
                guard Vocabulary.costFactors.contains(record.text("factor") ?? ""),
                    let region = record.text("region_id").map(RegionID.init)
                else { return false }
                return tree.isInside(region) && region != tree.region
            }
        }

        /// Cost and scale of the parks that a figure or a policy note describes.
        func gradient() -> [Scale] {
            let advantages = costAdvantages
            return entries.compactMap { entry in
                var scale = Scale(park: entry.id, others: [], advantages: [])
                for indicator in entry.figures.compactMap({ model.find($0, as: Indicator.self) })
                where !indicator.isCorrectedReading {
                    switch indicator.figure?.unit.dimension {
                    case .area where scale.area == nil: scale.area = indicator.figure
                    case .money where scale.money == nil: scale.money = indicator.figure
                    case .per(.money, _) where scale.unitCost == nil: scale.unitCost = indicator.figure
                    default: scale.others.append(indicator.id)
                    }
                }
                scale.policyNote = model.find(entry.id, as: Park.self)?.record.phrase("policy_note")
                scale.advantages = advantages.filter { record in
                    record.text("region_id").map { tree.contains(RegionID($0), entry.region) } == true
                }.map { AdvantageID($0.id) }
                return entry.figures.isEmpty && scale.policyNote == nil ? nil : scale
            }
        }
    }
}
