import Ecosystem
import Foundation
import Reporting
import Testing

@Suite struct `The style sheet` {
    private func tokens(dark: Bool) throws -> [String: String] {
        let text = StyleSheet.site.text
        let start = try #require(text.range(of: dark ? ":root[data-theme=\"dark\"] {" : ":root {"))
        let block = text[start.upperBound...].prefix { $0 != "}" }
        var found: [String: String] = [:]
        for part in block.split(separator: ";") {
            let pair = part.split(separator: ":", maxSplits: 1).map {
                $0.trimmingCharacters(in: .whitespacesAndNewlines)
            }
            if pair.count == 2, pair[0].hasPrefix("--") { found[String(pair[0].dropFirst(2))] = pair[1] }
        }
        return found
    }

    /// Relative luminance and contrast after WCAG 2.2, definitions of both.
    private func luminance(_ hex: String) -> Double {
        let value = Int(hex.dropFirst(), radix: 16) ?? 0
        let parts = [value >> 16 & 255, value >> 8 & 255, value & 255].map { part -> Double in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    @Test(arguments: [false, true])
    func `text stands out from what it stands on by 4.5 to 1`(dark: Bool) throws {
        let colours = try tokens(dark: dark)
        let pairs = [
            ("ink", "paper"), ("ink", "surface"), ("ink-2", "paper"), ("ink-2", "surface"),
            ("ink-3", "paper"),
            ("ink-3", "surface"), ("ink-3", "raised"), ("link", "paper"), ("link", "surface"),
            ("link", "soft"),
            ("link", "raised"), ("warn", "warn-bg"), ("warn", "surface"), ("bad", "bad-bg"),
            ("bad", "surface"),
            ("on-warp", "warp"), ("on-warp", "link-hover"), ("ink", "soft"), ("ink", "info-bg"),
            ("ink", "sunken"),
            ("ink", "warn-bg"), ("ink", "bad-bg"),
        ]
        for (text, ground) in pairs {
            let lights = [luminance(try #require(colours[text])), luminance(try #require(colours[ground]))]
                .sorted()
            let contrast = (lights[1] + 0.05) / (lights[0] + 0.05)
            #expect(contrast >= 4.5, "\(text) on \(ground): \(contrast)")
        }
    }

    @Test func `both themes name the same colours, and every name that is used exists`() throws {
        let light = Set(try tokens(dark: false).keys)
        let dark = Set(try tokens(dark: true).keys)
        let shared = light.filter { !$0.hasPrefix("t-") && !["sans", "mono", "page"].contains($0) }
        #expect(dark == shared.filter { $0.wholeMatch(of: /[sr][0-9]/) == nil })
        let used = Set(StyleSheet.site.text.matches(of: /var\(--([a-z0-9-]+)\)/).map { String($0.1) })
        #expect(used.subtracting(light).isEmpty, "\(used.subtracting(light))")
    }

    @Test func `fetches nothing and closes what it opens`() {
        for sheet in [StyleSheet.site, StyleSheet.report] {
            #expect(
                !sheet.text.contains("url(") && !sheet.text.contains("@import") && !sheet.text.contains("<"))
            #expect(sheet.text.count { $0 == "{" } == sheet.text.count { $0 == "}" })
        }
    }

    @Test func `knows every class that a report uses`() {
        let renderer = HTMLRenderer(language: .en, sources: SampleReport.sources)
        let source = renderer.document(of: SampleReport.report).source
        let classes = Set(
            MarkupReading(source).elements.flatMap {
                ($0.attributes["class"] ?? "").split(separator: " ").map(String.init)
            })
        // Every basis has a class, for those who style them; only one needs a colour. These carry no rule of their own.
        let silent = Set(Basis.allCases.map(\.rawValue)).union(["synth"])
        let known = Set(StyleSheet.report.text.matches(of: /\.([a-z][a-z0-9-]*)/).map { String($0.1) })
        #expect(
            classes.subtracting(known).subtracting(silent).isEmpty,
            "\(classes.subtracting(known).subtracting(silent))")
    }
}
