import Ecosystem

/// One of the two parks with everything on record that the comparison needs.
struct OverlapSide {
    /// As the result shows it.
    let side: Overlap.Result.Side
    /// Ids that stand for it: the park, its parent, its region, its sites and anchors.
    let spots: Set<String>
    /// The other ends of links, supplies and dependences.
    let partners: [String]
    /// Policies that support it.
    let policies: [String]

    init?(_ id: String, in model: EcosystemModel) {
        guard let park = model.find(ParkID(id), as: Park.self) else { return nil }
        let sites = model.all(Site.self, where: "park_id", is: id)
        let own = Set([id] + sites.map(\.id.text) + park.anchors.map(\.text))
        var spots = own
        if let parent = park.parent { spots.insert(parent.text) }
        if let region = park.region { spots.insert(region.text) }
        self.spots = spots
        let hosted = model.all(Relation.self, where: "subject_id", is: id).filter {
            $0.predicate.text == "hosts"
        }
        .map { SegmentID($0.object) }.filter { model.find($0, as: Segment.self) != nil }
        let work = park.anchors.flatMap { model.all(Activity.self, where: "organization_id", is: $0.text) }
            .filter { $0.record.factState == .actual }.compactMap(\.segment)
        let described = [id] + sites.map(\.id.text)
        side = Overlap.Result.Side(
            id: id, region: park.region, kind: park.parkKind, focus: park.focus,
            functions: Set(sites.flatMap(\.functions)).sorted(),
            cargo: OverlapSide.words(sites.flatMap { $0.record.phrases("products") }),
            segments: Set(hosted + work).sorted(), sites: sites.map(\.id), anchors: park.anchors,
            figures: described.flatMap { model.all(Indicator.self, where: "entity_id", is: $0).map(\.id) },
            point: sites.lazy.compactMap(\.point).first)
        partners = OverlapSide.partners(of: own, region: park.region?.text, in: model)
        policies = Set(
            described.flatMap { model.all(Relation.self, where: "object_id", is: $0) }
                .filter { $0.predicate.text == "policy_supports" }.map(\.subject)
        ).sorted()
    }

    /// The other ends of what a park, its sites and its anchors are tied by, and of links of its region.
    private static func partners(of own: Set<String>, region: String?, in model: EcosystemModel) -> [String] {
        var found: Set<String> = []
        let near = own.union([region].compactMap(\.self))
        for link in model.records(of: .logisticsLink) where link.text("mode") != "distance" {
            guard let from = link.text("from_id"), let to = link.text("to_id") else { continue }
            if near.contains(from), !near.contains(to) { found.insert(to) }
            if near.contains(to), !near.contains(from) { found.insert(from) }
        }
        for relation in model.all(Relation.self)
        where relation.predicate.text == "depends_on" || relation.predicate.text == "supplies" {
            if own.contains(relation.subject), !near.contains(relation.object) {
                found.insert(relation.object)
            }
            if own.contains(relation.object), !near.contains(relation.subject) {
                found.insert(relation.subject)
            }
        }
        return found.sorted()
    }

    /// Words that say nothing of what is handled.
    private static let idle: Set<String> = [
        "and", "or", "of", "the", "as", "printed", "port", "terminal", "cargo", "other", "with", "for",
    ]

    /// The words of phrases in lower case, the plural undone, words that say nothing left out.
    static func words(_ phrases: [Localized]) -> [String] {
        var found: Set<String> = []
        for phrase in phrases {
            let pieces = phrase.en.lowercased().split { !$0.isLetter && $0 != "-" }
            for piece in pieces {
                var word = String(piece)
                if word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") { word.removeLast() }
                if word.count > 1, !idle.contains(word) { found.insert(word) }
            }
        }
        return found.sorted()
    }
}

extension Site {
    /// Where it is; `nil` where no point is on record.
    var point: GeoPoint? {
        guard let longitude, let latitude else { return nil }
        return GeoPoint(longitude: longitude, latitude: latitude)
    }
}
