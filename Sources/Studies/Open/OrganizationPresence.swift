import Ecosystem

/// In which places each organization is: by its home, and by its sites that are in place.
struct OrganizationPresence: Sendable {
    /// The places.
    let tree: RegionTree
    private let byOrganization: [String: [RegionID]]
    private let bases: [String: Basis]
    private let inside: Set<String>

    /// Reads homes and sites once.
    init(_ model: EcosystemModel, _ tree: RegionTree) {
        self.tree = tree
        var found: [String: Set<String>] = [:]
        var bases: [String: Basis] = [:]
        var inside: Set<String> = []
        for organization in model.all(Organization.self) {
            if tree.isInside(organization.home) { inside.insert(organization.id.text) }
            guard let place = tree.place(of: organization.home) else { continue }
            found[organization.id.text, default: []].insert(place.text)
            let home = organization.record.text("home_basis").flatMap(Basis.init(rawValue:)) ?? .counted
            bases[organization.id.text] = max(home, organization.record.knownBasis)
        }
        for site in model.all(Site.self) where site.isInPlace {
            if let owner = site.organization, tree.isInside(site.region) { inside.insert(owner.text) }
            guard let owner = site.organization, let place = tree.place(of: site.region) else { continue }
            found[owner.text, default: []].insert(place.text)
            bases[owner.text] = max(bases[owner.text] ?? .counted, site.record.knownBasis)
        }
        byOrganization = found.mapValues { places in tree.places.filter { places.contains($0.text) } }
        self.bases = bases
        self.inside = inside
    }

    /// Whether an organization has its home or a site that is in place in the region that is asked about.
    func isInside(_ organization: OrganizationID) -> Bool { inside.contains(organization.text) }

    /// The places of an organization, in the order of the places.
    func places(of organization: OrganizationID) -> [RegionID] { byOrganization[organization.text] ?? [] }

    /// How an organization's places are known: inferred where there are several, for a document then seldom says
    /// what is done in which.
    func basis(of organization: OrganizationID) -> Basis {
        let known = bases[organization.text] ?? .counted
        return places(of: organization).count > 1 ? max(known, .inferred) : known
    }
}

extension Site {
    /// Whether the site is there: neither planned, possible or ended by its state, nor moved away by its status.
    var isInPlace: Bool { record.factState == .actual && status != "relocated" }
}
