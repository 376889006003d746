import DataPackages
public import Ecosystem
import FoundationEssentials
import Reporting

/// What set-up installs for pages and what an operator may put in its place: the chart library and the outlines of
/// maps. Pages work without either: tables stand open, maps show points alone.
public struct WebParts: Sendable {
    /// A file to serve, with its compressed form where there is one.
    struct File: Sendable {
        var bytes: [UInt8]
        var compressed: [UInt8]?
        /// The first digits of its hash, in its address, so that it may be kept for long.
        var version: String
    }

    /// Apache ECharts as a module.
    var charts: File?
    /// Outlines by package id.
    var outlines: [String: MapOutline]
    /// Files that were there and could not be used, with the reason.
    public var complaints: [Localized]

    /// Neither charts nor outlines.
    public static let none = WebParts(charts: nil, outlines: [:], complaints: [])

    /// Finds the parts: charts in the folder that `JINGWEI_WEB` names, else in the nearest `.deps/web` upward from the
    /// program, then from the working directory; outlines in the folder that `JINGWEI_OUTLINES` names, else in
    /// `outlines` beside the charts, one `PACKAGE.json` for each package.
    ///
    /// Environment, program and working directory are those of the process unless they are given.
    public static func located(
        environment: [String: String]? = nil, executable: String? = nil, workingDirectory: String? = nil
    ) -> WebParts {
        let environment = environment ?? ProcessInfo.processInfo.environment
        let folder = folder(environment["JINGWEI_WEB"], executable, workingDirectory)
        var parts = WebParts.none
        parts.charts = folder.flatMap { file($0 + "/echarts.esm.min.js") }
        let named = environment["JINGWEI_OUTLINES"].flatMap { $0.isEmpty ? nil : $0 }
        if let shelf = named ?? folder.map({ $0 + "/outlines" }) { parts.read(outlinesIn: shelf) }
        return parts
    }

    private static func folder(_ named: String?, _ executable: String?, _ workingDirectory: String?)
        -> String?
    {
        if let named, !named.isEmpty { return named }
        let files = FileManager.default
        let program = executable ?? CommandLine.arguments.first ?? ""
        let real = (try? files.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? program
        for start in [executable ?? real, workingDirectory ?? files.currentDirectoryPath] {
            var place = start
            for _ in 0..<24 {
                let candidate = (place == "/" ? "" : place) + "/.deps/web"
                if files.fileExists(atPath: candidate) { return candidate }
                guard let slash = place.lastIndex(of: "/"), place != "/" else { break }
                place = slash == place.startIndex ? "/" : String(place[..<slash])
            }
        }
        return nil
    }

    private static let fileLimit = 8 << 20

    private static func bytes(_ path: String) -> [UInt8]? {
        guard let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? UInt64 ?? nil,
            size > 0, size <= fileLimit, let data = FileManager.default.contents(atPath: path)
        else { return nil }
        return [UInt8](data)
    }

    private static func file(_ path: String) -> File? {
        guard let content = bytes(path) else { return nil }
        var hash = SHA256Hash()
        hash.add(content)
        return File(
            bytes: content, compressed: bytes(path + ".gz"), version: String(hash.finish().prefix(12)))
    }

    /// Reads every outline of a folder; a file that is none is left out and told of.
    private mutating func read(outlinesIn folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names.sorted() where name.hasSuffix(".json") && !name.hasPrefix(".") {
            let path = folder + "/" + name
            guard let content = WebParts.bytes(path) else {
                complaints.append(
                    Localized(
                        "\(path): empty or larger than \(WebParts.fileLimit) bytes; the map shows points alone",
                        "\(path)：为空或超过 \(WebParts.fileLimit) 字节；地图只显示点位"))
                continue
            }
            do {
                outlines[String(name.dropLast(5))] = try OutlineFile.read(content)
            } catch {
                complaints.append(
                    Localized(
                        "\(path): \(error.text.en); the map shows points alone",
                        "\(path)：\(error.text.zh)；地图只显示点位"))
            }
        }
    }
}
