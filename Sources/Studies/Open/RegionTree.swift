import Ecosystem

/// Which region lies in which, and which of the compared places a record belongs to.
///
/// Built once from the regions of a model; every question is answered in as many steps as the tree is deep. A chain
/// of parents that comes back to itself is read up to the first repetition.
struct RegionTree: Sendable {
    /// The region that is asked about; `nil` where the package names none.
    let region: RegionID?
    /// The places that are compared, in the package's order or the order of the table.
    let places: [RegionID]
    private let parents: [String: String]
    private let isPlace: Set<String>

    /// The tree of a model.
    ///
    /// `region` is what is asked about. For the home region the places are those of the package; for any other
    /// region they are the regions directly below it, or the region itself where nothing lies below it. A package
    /// that names neither home nor places is read from the top: its highest regions, or what lies below the only one.
    init(_ model: EcosystemModel, region: RegionID? = nil) {
        var parents: [String: String] = [:]
        var children: [RegionID] = []
        var highest: [RegionID] = []
        let asked = region ?? model.identity.homeRegion
        for entry in model.all(Region.self) {
            guard let parent = entry.parent else {
                highest.append(entry.id)
                continue
            }
            parents[entry.id.text] = parent.text
            if parent == asked { children.append(entry.id) }
        }
        self.region = asked
        self.parents = parents
        if asked == nil || asked == model.identity.homeRegion, !model.identity.places.isEmpty {
            places = model.identity.places
        } else if !children.isEmpty {
            places = children
        } else if let asked {
            places = [asked]
        } else if highest.count == 1, let only = highest.first {
            let below = model.all(Region.self, where: "parent_id", is: only.text).map(\.id)
            places = below.isEmpty ? highest : below
        } else {
            places = highest
        }
        isPlace = Set(places.map(\.text))
    }

    /// The place that a region is or lies in; `nil` where it lies in none of them.
    func place(of region: RegionID?) -> RegionID? {
        first(from: region) { isPlace.contains($0) }.map(RegionID.init)
    }

    /// Whether `inner` is `outer` or lies in it.
    func contains(_ outer: RegionID, _ inner: RegionID?) -> Bool {
        first(from: inner) { $0 == outer.text } != nil
    }

    /// Whether a region lies in the region that is asked about; everything does where none is named.
    func isInside(_ inner: RegionID?) -> Bool {
        guard let region else { return true }
        return contains(region, inner) || place(of: inner) != nil
    }

    /// The first region, going up from `start`, that satisfies a condition.
    private func first(from start: RegionID?, where condition: (String) -> Bool) -> String? {
        var current = start?.text
        var seen: Set<String> = []
        while let id = current, seen.insert(id).inserted {
            if condition(id) { return id }
            current = parents[id]
        }
        return nil
    }
}
