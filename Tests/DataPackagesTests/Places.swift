import Foundation

/// Folders that tests read.
enum Places {
    /// The root of the project, found from this file.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    /// The built-in packages.
    static let data = root + "/Data"
    /// Every built-in package's folder that is there.
    static let builtIn = ["beijing-tianjin-hebei", "six-clusters"].map { data + "/" + $0 }.filter {
        FileManager.default.fileExists(atPath: $0 + "/datapackage.json")
    }
    /// The first one.
    static let region = data + "/beijing-tianjin-hebei"

    /// A folder of its own that is gone when `body` returns.
    static func withFolder<R>(_ body: (String) throws -> R) throws -> R {
        let folder = FileManager.default.temporaryDirectory.appending(path: "jingwei-\(UUID().uuidString)")
            .path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }

    /// All files of a folder as bytes.
    static func files(_ folder: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
            files[name] = [UInt8](data)
        }
        return files
    }
}
