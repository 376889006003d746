import Reporting

/// The packages that addresses can name: those that the site lists, their companions, and visitors' own ones behind their
/// private links.
struct PackageShelf: Sendable {
    /// Packages that everybody sees, by id.
    let listed: [String: ServedPackage]
    let companions: CompanionShelf
    let own: OwnData?

    /// The package of an id.
    subscript(id: String) -> ServedPackage? { listed[id] ?? companions.package(id) ?? own?.package(id) }

    /// Makes the package of an id ready where it is not in memory.
    func prepare(_ id: String) async {
        await companions.prepare(id)
        await own?.prepare(id)
    }
}

/// The outlines of packages' maps, by the package's id; a copy of a listed package has that one's.
struct OutlineShelf: Sendable {
    let listed: [String: MapOutline]
    let companions: CompanionShelf
    let own: OwnData?

    /// The outline for a package.
    subscript(id: String) -> MapOutline? { listed[id] ?? companions.outline(id) ?? own?.outline(id) }
}
