public import Ecosystem

/// Where organizations are and which of them belong together, looked up once for a model.
public struct OrganizationIndex: Sendable {
    /// One place where an organization is.
    public struct Presence: Sendable {
        /// The region; `nil` where no place of the organization is on record.
        public let region: RegionID?
        /// The organization for its home region, else the site.
        public let record: Record
        /// How the place is known.
        public let basis: Basis
        /// Whether it is there now, or is only planned.
        public let isActual: Bool

        /// The site; `nil` for the home region.
        public var site: SiteID? { record.kind == .site ? SiteID(record.id) : nil }

        /// Where this is known from.
        public var origin: Origin {
            var origin = record.origin
            origin.basis = basis
            return origin
        }
    }

    private let presences: [OrganizationID: [Presence]]
    private let placeless: [OrganizationID: Presence]
    private let groups: [OrganizationID: OrganizationID]

    /// Reads organizations and sites; a site that was left counts no more.
    ///
    /// - Complexity: O(organizations + sites), besides the length of chains of parents.
    public init(_ model: EcosystemModel) {
        var presences: [OrganizationID: [Presence]] = [:]
        var parents: [OrganizationID: OrganizationID] = [:]
        var placeless: [OrganizationID: Presence] = [:]
        for organization in model.all(Organization.self) {
            let record = organization.record
            let isActual = record.isActual
            if let home = organization.home {
                let known = record.text("home_basis").flatMap(Basis.init(rawValue:)) ?? record.basis
                presences[organization.id, default: []].append(
                    Presence(region: home, record: record, basis: known, isActual: isActual))
            } else {
                placeless[organization.id] = Presence(
                    region: nil, record: record, basis: record.basis, isActual: isActual)
            }
            if let parent = organization.parent { parents[organization.id] = parent }
        }
        for site in model.all(Site.self) {
            guard let organization = site.organization, let region = site.region else { continue }
            if site.record.text("state") == FactState.ended.rawValue || site.status == "relocated" {
                continue
            }
            presences[organization, default: []].append(
                Presence(
                    region: region, record: site.record, basis: site.record.basis,
                    isActual: site.record.isActual))
        }
        self.presences = presences
        self.placeless = placeless
        var groups: [OrganizationID: OrganizationID] = [:]
        for start in parents.keys {
            var (top, seen): (OrganizationID, Set<OrganizationID>) = (start, [start])
            while let next = parents[top] {
                // Parents in a circle: the first id of the circle stands for all of it.
                guard seen.insert(next).inserted else {
                    top = OrganizationIndex.circle(from: next, parents).min() ?? next
                    break
                }
                top = next
            }
            groups[start] = top
        }
        self.groups = groups
    }

    /// The organization at the top of the chain of parents; itself where it has none.
    public func group(of organization: OrganizationID) -> OrganizationID {
        groups[organization] ?? organization
    }

    /// Where an organization is: its home first, then its sites in the order of the table.
    public func presences(of organization: OrganizationID) -> [Presence] { presences[organization] ?? [] }

    /// The best known place of an organization inside a region now; `nil` where it has none.
    ///
    /// "Best known" is the strongest basis; a site beats the home region when both are known equally well. Everywhere
    /// holds an organization without any place too.
    public func presence(of organization: OrganizationID, in scope: RegionScope) -> Presence? {
        let places = presences(of: organization)
        if scope.root == nil, places.isEmpty {
            return placeless[organization].flatMap { $0.isActual ? $0 : nil }
        }
        return places.filter { $0.isActual && scope.contains($0.region) }
            .min { ($0.basis.rank, $0.site == nil ? 1 : 0) < ($1.basis.rank, $1.site == nil ? 1 : 0) }
    }

    /// Whether an organization is only planned inside a region.
    public func isPlanned(_ organization: OrganizationID, in scope: RegionScope) -> Bool {
        let inside = presences(of: organization).filter { scope.contains($0.region) }
        return !inside.isEmpty && !inside.contains(where: \.isActual)
    }

    private static func circle(from start: OrganizationID, _ parents: [OrganizationID: OrganizationID])
        -> [OrganizationID]
    {
        var members = [start]
        var current = start
        while let next = parents[current], next != start, members.count <= parents.count {
            members.append(next)
            current = next
        }
        return members
    }
}
