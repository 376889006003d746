public import Ecosystem

/// A region with everything inside it, by the regions' own parents; or everywhere, where no region is named.
public struct RegionScope: Sendable {
    /// The region; `nil` for everywhere.
    public let root: RegionID?
    /// The region and every region below it.
    public let regions: Set<RegionID>

    /// The scope of a region; a region that names itself among its parents does no harm. `nil` holds every place, and
    /// what has none.
    ///
    /// - Complexity: O(regions).
    public init(_ root: RegionID?, in model: EcosystemModel) {
        guard let root else {
            self.root = nil
            regions = Set(model.all(Region.self).map(\.id))
            return
        }
        var children: [RegionID: [RegionID]] = [:]
        for region in model.all(Region.self) {
            if let parent = region.parent { children[parent, default: []].append(region.id) }
        }
        var found: Set<RegionID> = [root]
        var waiting = [root]
        while let next = waiting.popLast() {
            for child in children[next] ?? [] where found.insert(child).inserted { waiting.append(child) }
        }
        self.root = root
        regions = found
    }

    /// Whether a region is this one or lies in it.
    public func contains(_ region: RegionID?) -> Bool { root == nil || region.map(regions.contains) ?? false }
}
