import Ecosystem

extension ComputingInputReader {
    /// The folder of a data package that holds its supply network, where it has one.
    public static let networkFolder = "network"

    /// The supply network that a data package brings in its folder `network/`; `nil` where it has none.
    ///
    /// - Parameter folder: the folder of the data package.
    /// - Throws: as ``read(_:path:)`` where there is one and it cannot be used.
    public static func network(ofPackage folder: String) throws -> LoadedComputingInput? {
        let path = folder + "/" + networkFolder
        guard PackageSource.isRegularFile(path + "/firms.csv") else { return nil }
        var loaded = try read(.network, path: path)
        if case .network(var network) = loaded.input {
            // The folder is always called the same: the package's name tells more.
            network.name = try PackageSource.folder(folder).name + "/" + networkFolder
            loaded.input = .network(network)
        }
        return loaded
    }
}
