public import Ecosystem

/// What `datapackage.json` says: the package about itself, and its resources.
///
/// Members that this program does not know are kept and written back.
public struct PackageDescriptor: Sendable, Hashable {
    /// The file's name in every package.
    public static let fileName = "datapackage.json"

    /// The package about itself.
    public var identity: PackageIdentity
    /// The tables that it names, in the order of the file.
    var resources: [PackageResource]
    /// The whole file as it was read; `nil` where there was none.
    var node: JSONNode?

    /// A descriptor made in code.
    public init(_ identity: PackageIdentity) {
        self.identity = identity
        resources = []
        node = nil
    }

    init(_ identity: PackageIdentity, resources: [PackageResource], node: JSONNode?) {
        self.identity = identity
        self.resources = resources
        self.node = node
    }
}

/// One resource of a package.
struct PackageResource: Sendable, Hashable {
    var name: String
    var path: String
    /// The encoding that the descriptor names; `nil` to find it out from the bytes.
    var encoding: String?
    /// The separator that the descriptor names.
    var delimiter: String?
    /// Whether formula-like cells carry an apostrophe that reading takes off.
    var isGuarded = false
    /// The line of the resource in the descriptor; 0 where it was found by its file name.
    var line: Int
    /// The kind of record that the table holds; `nil` for a file that is no table of an ecosystem.
    var kind: RecordKind?
}
