import Reporting
import Testing

@Suite struct `The markup builder` {
    @Test func `writes elements, attributes and texts`() {
        let isOn = true
        let markup = HTML(.p, .class("a"), .id("x y"), .flag("hidden", false), .class("b")) {
            "1 < 2 & "
            HTML(.a, .href("/r/p?x=1&y=2")) { "it's" }
            if isOn { HTML(.br) }
            for number in 1...2 { HTML(.b) { String(number) } }
        }
        #expect(
            markup.source
                == "<p id=\"x-y\" class=\"a b\">1 &lt; 2 &amp; <a href=\"/r/p?x=1&amp;y=2\">it&#39;s</a><br/>"
                + "<b>1</b><b>2</b></p>")
    }

    @Test func `a repeated attribute counts once`() {
        #expect(HTML(.input, .name("a"), .name("b")).source == "<input name=\"a\"/>")
    }

    @Test(arguments: ["onclick", "ONLOAD", "style", "srcdoc", "a b", "x\"", ""])
    func `attributes that run script lose their meaning`(name: String) {
        let attribute: HTML.Attribute =
            switch name {
            case "onclick": HTML.Attribute("onclick", "alert(1)")
            case "ONLOAD": HTML.Attribute("ONLOAD", "alert(1)")
            case "style": HTML.Attribute("style", "alert(1)")
            case "srcdoc": HTML.Attribute("srcdoc", "alert(1)")
            case "a b": HTML.Attribute("a b", "alert(1)")
            case "x\"": HTML.Attribute("x\"", "alert(1)")
            default: HTML.Attribute("", "alert(1)")
            }
        #expect(attribute.name.hasPrefix("data-refused-"))
        #expect(MarkupReading(HTML(.p, attribute).source).faults.isEmpty)
    }

    @Test(arguments: [
        "/r/p", "?a=b", "#top", "a/b:c", "https://example.org/a?b#c", "HTTP://example.org",
        "mailto:a@example.org", "",
        "./x", "/search?q=javascript:alert(1)",
    ])
    func `plain addresses stay`(address: String) {
        #expect(WebAddress.safe(address) == address)
    }

    /// What browsers skip or fold when they read an address (WHATWG URL Standard, basic URL parser).
    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "\u{1}javascript:alert(1)",
        "java\nscript:alert(1)", "java\tscript:alert(1)", "\tjavascript\r:alert(1)",
        "data:text/html,<script>", "vbscript:x",
        "//example.org", "/\\example.org", "\\\\example.org", "file:///etc/passwd", "blob:x", "a\u{0}:b",
    ])
    func `addresses that run script or name another host are refused`(address: String) {
        #expect(WebAddress.safe(address) == WebAddress.refused)
        #expect(HTML(.a, HTML.Attribute("HREF", address)).source == "<a href=\"#\"></a>")
    }

    @Test func `parts of addresses are encoded`() {
        #expect(WebAddress.encoded("天津/a b&c") == "%E5%A4%A9%E6%B4%A5%2Fa%20b%26c")
        #expect(WebAddress.path("/s", query: [("q", "a=b"), ("x", "")]) == "/s?q=a%3Db&x=")
    }

    @Test func `characters that HTML forbids are replaced`() {
        #expect(HTML(text: "a\u{0}b\u{8}c\u{FFFE}d\re\tf").source == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\ne\tf")
    }

    @Test func `random strings come back as text, whatever they hold`() {
        var random = SeededGenerator(seed: 3)
        let pieces = [
            "<script>", "</script>", "<img src=x onerror=alert(1)>", "\"", "'", "`", "&", "&lt;", "&#x3c;",
            "<!--", "-->", "]]>",
            "</style>", "</title>", "<svg/onload=1>", "京", "\u{2028}", "=", " ", "a", "\\", "javascript:",
            "{{", "%3C",
        ]
        for round in 0..<2_000 {
            let nasty = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &random)]
            }.joined()
            let source = HTML(.p, .label(nasty), HTML.Attribute("data-x", nasty)) {
                HTML(.b) { nasty }
            }.source
            let reading = MarkupReading(source)
            #expect(reading.faults.isEmpty, "round \(round): \(source)")
            #expect(reading.elements.map(\.name) == ["p", "b"])
            #expect(reading.texts == [nasty])
            #expect(reading.elements.first?.attributes == ["aria-label": nasty, "data-x": nasty])
        }
    }

    @Test func `a script is only ever loaded from this program`() {
        #expect(
            HTML.script(from: "/assets/live.js").source
                == "<script src=\"/assets/live.js\" type=\"module\"></script>")
        #expect(HTML.script(from: "javascript:1", isModule: false).source == "<script src=\"#\"></script>")
        #expect(
            !HTML.Tag.allCases.map(\.rawValue).contains { $0 == "script" || $0 == "style" || $0 == "iframe" })
    }
}
