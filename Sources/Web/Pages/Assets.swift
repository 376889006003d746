import Ecosystem
import HTTPTypes
import Reporting

/// Files that pages load from this program: the style sheet and the icon; scripts are in ``PageScripts``.
enum Assets {
    /// The first digits of the style sheet's hash, in its address, so that it may be kept for long.
    static let styleVersion: String = {
        var hash = SHA256Hash()
        hash.add(StyleSheet.site.text)
        return String(hash.finish().prefix(12))
    }()

    static var endpoints: [Endpoint] {
        [
            file(
                "/assets/\(styleVersion)/jingwei.css", "text/css; charset=utf-8", StyleSheet.site.text,
                forLong: true),
            file("/assets/icon.svg", "image/svg+xml", icon),
        ]
    }

    private static func file(
        _ path: String, _ mediaType: String, _ text: String, forLong: Bool = false
    ) -> Endpoint {
        let bytes = Array(text.utf8)
        let lifetime = forLong ? "public, max-age=31536000, immutable" : "public, max-age=3600"
        return .file(path) { _ in
            Answer(mediaType: mediaType, headers: [.cacheControl: lifetime], body: .bytes(bytes))
        }
    }

    private static let icon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 30" fill="none" stroke-width="3">\
        <path stroke="#b23a21" d="M2 8h4M10 8h10M24 8h4M2 15h11M17 15h11M2 22h4M10 22h10M24 22h4"/>\
        <path stroke="#1f4e8c" d="M8 2v26M22 2v26M15 2v4M15 10v10M15 24v4"/></svg>
        """
}
