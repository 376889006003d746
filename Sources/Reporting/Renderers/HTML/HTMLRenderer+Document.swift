public import Ecosystem

extension HTMLRenderer {
    /// One HTML file that needs nothing else: style inside, no script, nothing fetched, light or dark as the reader's
    /// system is, and a layout for print.
    public func document(of report: Report) -> HTML {
        HTML.document(
            language == .zh ? "zh-CN" : "en",
            head: HTML {
                HTML(.meta, HTML.Attribute("charset", "utf-8"))
                HTML(
                    .meta, .name("viewport"), HTML.Attribute("content", "width=device-width, initial-scale=1")
                )
                HTML(
                    .meta, HTML.Attribute("http-equiv", "Content-Security-Policy"),
                    HTML.Attribute("content", "default-src 'none'; style-src 'unsafe-inline'"))
                HTML(.title) { report.title[language] + " · " + (language == .zh ? "经纬" : "Jingwei") }
                HTML.style(.report)
            },
            body: HTML(.body, .lang(language == .zh ? "zh-CN" : "en")) {
                HTML(.header, .class("top")) {
                    HTML(.div, .class("wrap")) {
                        HTML.brand(language)
                        HTML(.span, .class("place")) { report.package.title[language] }
                    }
                }
                HTML(.main, .class("wrap")) { body(of: report) }
                HTML(.footer, .class("foot")) {
                    HTML(.div, .class("wrap")) {
                        HTML(.span) {
                            ReportWords.package[language] + " \(report.package.id) \(report.package.version)"
                        }
                        HTML(.span) { ReportWords.footer[language] }
                    }
                }
            })
    }
}

extension HTML {
    /// The name with its mark: places are weft, stages are warp.
    public static func brand(_ language: Language, leadsTo address: String? = nil) -> HTML {
        let mark = HTML(
            .svg, Attribute("width", "30"), Attribute("height", "30"), Attribute("viewbox", "0 0 30 30"),
            Attribute("fill", "none"), Attribute("stroke-width", "3"), .decorative
        ) {
            HTML(
                .path, .class("wf"),
                Attribute("d", "M2 8h4M10 8h10M24 8h4M2 15h11M17 15h11M2 22h4M10 22h10M24 22h4"))
            HTML(.path, .class("wp"), Attribute("d", "M8 2v26M22 2v26M15 2v4M15 10v10M15 24v4"))
        }
        let words = HTML(.span) {
            language == .zh ? "经纬 " : "Jingwei "
            HTML(.small) { language == .zh ? "Jingwei" : "经纬" }
        }
        guard let address else { return HTML(.span, .class("brand")) { mark + words } }
        return HTML(.a, .class("brand"), .href(address)) { mark + words }
    }

    /// Parts one after the other, written as a list.
    public init(@HTMLBuilder _ content: () -> HTML) { self = content() }
}
