import Ecosystem
import HTTPTypes
import Reporting

/// The scripts of pages, under addresses with a hash of their content, so that browsers may keep them for long. Every
/// page works without them.
enum PageScripts {
    private static let files: [(name: String, bytes: [UInt8])] = [
        ("page.js", PackageResources.page_js), ("atlas.js", PackageResources.atlas_js),
        ("figures.js", PackageResources.figures_js), ("drawings.js", PackageResources.drawings_js),
        ("reading.js", PackageResources.reading_js), ("saving.js", PackageResources.saving_js),
        ("chain.js", PackageResources.chain_js), ("days.js", PackageResources.days_js),
        ("bands.js", PackageResources.bands_js), ("scatter.js", PackageResources.scatter_js),
    ]

    /// One hash for all, because they load each other by name.
    private static let version: String = {
        var hash = SHA256Hash()
        for file in files { hash.add(file.bytes) }
        return String(hash.finish().prefix(12))
    }()

    /// The scripts and, where it is installed, the chart library.
    static func endpoints(_ parts: WebParts) -> [Endpoint] {
        var endpoints = files.map { file in
            serve("/assets/\(version)/\(file.name)", WebParts.File(bytes: file.bytes, version: version))
        }
        if let charts = parts.charts { endpoints.append(serve(address(of: charts), charts)) }
        return endpoints
    }

    /// What stands in the head of a page: the scripts that it begins with and the address of the chart library, which
    /// is loaded only where a picture needs it.
    static func head(_ parts: WebParts) -> HTML {
        HTML(
            ["page.js", "atlas.js", "figures.js"].map { HTML.script(from: "/assets/\(version)/\($0)") }
                + [
                    parts.charts.map { charts in
                        HTML(
                            .meta, .name("jingwei-charts"),
                            HTML.Attribute("content", address(of: charts)))
                    } ?? .empty
                ])
    }

    private static func address(of charts: WebParts.File) -> String {
        "/assets/\(charts.version)/echarts.js"
    }

    private static func serve(_ path: String, _ file: WebParts.File) -> Endpoint {
        .file(path) { call in
            var headers: HTTPFields = [
                .cacheControl: "public, max-age=31536000, immutable", .vary: "Accept-Encoding",
            ]
            var bytes = file.bytes
            if let compressed = file.compressed, takesGzip(call.headers[.acceptEncoding] ?? "") {
                headers[.contentEncoding] = "gzip"
                bytes = compressed
            }
            return Answer(
                mediaType: "text/javascript; charset=utf-8", headers: headers, body: .bytes(bytes))
        }
    }

    /// Whether a header `Accept-Encoding` allows gzip.
    static func takesGzip(_ header: String) -> Bool {
        header.split(separator: ",").contains { part in
            let pieces = part.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
            guard pieces.first == "gzip" || pieces.first == "*" else { return false }
            return !pieces.dropFirst().contains {
                $0 == "q=0" || $0 == "q=0.0" || $0 == "q=0.00" || $0 == "q=0.000"
            }
        }
    }
}
