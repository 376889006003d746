import Reporting

/// The packages that addresses can name: those that the site lists, and visitors' own ones behind their private links.
struct PackageShelf: Sendable {
    /// Packages that everybody sees, by id.
    let listed: [String: ServedPackage]
    let own: OwnData?

    /// The package of an id.
    subscript(id: String) -> ServedPackage? { listed[id] ?? own?.package(id) }
}

/// The outlines of packages' maps, by the package's id; a copy of a listed package has that one's.
struct OutlineShelf: Sendable {
    let listed: [String: MapOutline]
    let own: OwnData?

    /// The outline for a package.
    subscript(id: String) -> MapOutline? { listed[id] ?? own?.outline(id) }
}
