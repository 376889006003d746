import Ecosystem
import HTTPTypes
import Reporting
import Studies

/// The frame of every page: header, navigation, place in the site, foot.
struct PageFrame {
    let site: Site
    let call: Call
    /// The package that the page is about; `nil` for pages of the site as a whole.
    let package: ServedPackage?
    /// The title in the window and the heading.
    let title: Localized
    /// The sentence under the heading.
    var lead: Localized?
    /// The verb of the navigation that is current.
    var verb: StudyDescription.Verb?
    /// Links from the home page to this one, this one left out.
    var crumbs: [(title: Localized, path: String)] = []
    /// Marks under the sentence: kind, place, id.
    var marks: HTML = .empty
    /// Seconds after which the page loads itself again, for runs without script.
    var refresh: Int?
    /// The feed by which the page can be followed.
    var feed: (title: Localized, path: String)?

    private var language: Language { call.language }
    private var root: String { "/r/\(WebAddress.encoded(package?.id ?? site.home))" }

    /// The page as text.
    func page(@HTMLBuilder _ content: () -> HTML) -> String {
        let body = HTML(
            .body,
            attributes: [.lang(call.language.tag)],
            content: HTML([
                HTML(.a, .class("skip"), .href("#main")) {
                    Localized("Skip to the content", "跳到正文")[language]
                },
                header, navigation,
                HTML(.main, .id("main"), .class("wrap")) {
                    breadcrumbs
                    HTML(.div, .class("head")) {
                        HTML(.h1) { title[language] }
                        if let lead { HTML(.p, .class("lead")) { lead[language] } }
                        marks
                    }
                    companionLabel
                    content()
                },
                foot,
            ]))
        return document(body).source
    }

    private func document(_ body: HTML) -> HTML {
        let head = HTML([
            HTML(.meta, HTML.Attribute("charset", "utf-8")),
            HTML(
                .meta, .name("viewport"), HTML.Attribute("content", "width=device-width, initial-scale=1")),
            refresh.map { seconds in
                HTML(.noscript) {
                    HTML(
                        .meta, HTML.Attribute("http-equiv", "refresh"),
                        HTML.Attribute("content", "\(seconds)"))
                }
            } ?? .empty,
            HTML(.title) { "\(title[language]) · \(Localized("Jingwei", "经纬")[language])" },
            HTML(
                .link, HTML.Attribute("rel", "stylesheet"),
                .href("/assets/\(Assets.styleVersion)/jingwei.css")),
            HTML(.link, HTML.Attribute("rel", "icon"), .href("/assets/icon.svg"), .type("image/svg+xml")),
            HTML(
                .link, HTML.Attribute("rel", "alternate"), HTML.Attribute("hreflang", language.other.tag),
                .href(address(language: language.other))),
            feed.map { feed in
                HTML(
                    .link, HTML.Attribute("rel", "alternate"), .type("application/atom+xml"),
                    HTML.Attribute("title", feed.title[language]), .href(feed.path))
            } ?? .empty,
            PageScripts.head(site.parts),
        ])
        return HTML.document(call.language.tag, theme: call.theme?.rawValue, head: head, body: body)
    }

    /// On every page of a companion: that its firms are made up, and the way back to what is stated.
    private var companionLabel: HTML {
        guard let stated = package?.stated else { return .empty }
        return HTML(.div, .class("note sample hatch")) {
            Localized(
                "Reconstructed companion: its firms “syn.…” and all links and amounts between them are made up so that they fit what is known. ",
                "重建数据包：编号“syn.…”的企业及其间全部连线与金额均为合成，仅与已知信息相符。")[language]
            HTML(.a, .href("/r/\(WebAddress.encoded(stated))")) {
                Localized("To the stated package", "返回原数据包")[language]
            }
        }
    }

    private var header: HTML {
        HTML(.header, .class("top")) {
            HTML(.div, .class("wrap")) {
                HTML(.a, .class("brand"), .href(root)) {
                    PageFrame.logo
                    HTML(.span) {
                        Localized("Jingwei", "经纬")[language] + " "
                        HTML(.small) { Localized("经纬", "Jingwei")[language] }
                    }
                }
                if let package { HTML(.span, .class("place")) { package.model.identity.title[language] } }
                find
                tools
            }
        }
    }

    /// The search of the package, filled with what the page was searched for.
    private var find: HTML {
        let path = "\(root)/search"
        return HTML(.form, .class("find"), .role("search"), .method("get"), .action(path)) {
            HTML(.label, .class("vh"), .for("q")) { Localized("Search", "检索")[language] }
            HTML(
                .input, .id("q"), .name("q"), .type("search"), HTML.Attribute("maxlength", "200"),
                HTML.Attribute("autocomplete", "off"),
                HTML.Attribute(
                    "placeholder",
                    Localized("Firm, park, segment, indicator, paragraph", "企业、园区、环节、指标、段落编号")[language]),
                call.path == path ? call.item("q").map { .value($0) } : nil)
            if let asked = call.askedLanguage {
                HTML(.input, .type("hidden"), .name("lang"), .value(asked.rawValue))
            }
            HTML(.button, .type("submit")) { Localized("Search", "检索")[language] }
        }
    }

    private var tools: HTML {
        let other = language.other
        return HTML(.div, .class("tools")) {
            HTML(.span, .current("true")) { language.ownName }
            HTML(.a, .href(address(language: other)), .lang(other.tag), HTML.Attribute("hreflang", other.tag))
            {
                other.ownName
            }
            // Who has not chosen reads as the system says; the style sheet shows the link to the other one.
            if call.theme != .dark { theme("dark", Localized("Dark", "深色")) }
            if call.theme != .light { theme("light", Localized("Light", "浅色")) }
        }
    }

    private func theme(_ name: String, _ label: Localized) -> HTML {
        HTML(
            .a, .href(address(adding: ("theme", name))), call.theme == nil ? .class("to-" + name) : nil,
            HTML.Attribute("rel", "nofollow")
        ) { label[language] }
    }

    private var navigation: HTML {
        let verbs = StudyDescription.Verb.allCases
        let data: [(Localized, String)] = [
            (Localized("Map", "地图"), "\(root)/map"),
            (Localized("Chain", "产业链"), "\(root)/chain"),
            (Localized("Studies", "全部研究"), "\(root)/studies"),
            (Localized("Sources", "文献"), "\(root)/sources"),
            (Localized("Own data", "我的数据"), "\(root)/own"),
        ]
        return HTML(.nav, .class("nav"), .label(Localized("Main", "主导航")[language])) {
            HTML(.div, .class("wrap")) {
                HTML(.ul) {
                    for item in verbs {
                        HTML(.li) {
                            HTML(
                                .a, .href(site.path(of: item, root)),
                                verb == item ? .current("page") : nil
                            ) {
                                item.label[language]
                            }
                        }
                    }
                    for (index, item) in data.enumerated() {
                        HTML(.li, index == 0 ? .class("me") : nil) {
                            HTML(.a, .href(item.1), call.path == item.1 ? .current("page") : nil) {
                                item.0[language]
                            }
                        }
                    }
                }
            }
        }
    }

    private var breadcrumbs: HTML {
        guard !crumbs.isEmpty else { return .empty }
        return HTML(.nav, .class("crumbs"), .label(Localized("You are here", "位置")[language])) {
            HTML(.ol) {
                for crumb in crumbs { HTML(.li) { HTML(.a, .href(crumb.path)) { crumb.title[language] } } }
                HTML(.li, .current("page")) { title[language] }
            }
        }
    }

    private var foot: HTML {
        HTML(.footer, .class("foot")) {
            HTML(.div, .class("wrap")) {
                if let identity = package?.model.identity {
                    HTML(.span) {
                        Localized("Data package", "数据包")[language] + " "
                        HTML(.a, .href("\(root)/data")) { "\(identity.id) \(identity.version)" }
                        Localized(
                            " · every number leads to its source; unknown is not zero.",
                            " · 每个数字都可点开来源；未知不等于零。")[language]
                    }
                }
                HTML(.span) {
                    "Jingwei \(Site.version) · "
                    HTML(.a, .href("\(root)/terms")) { Localized("How to read", "读法说明")[language] }
                    " · "
                    HTML(.a, .href("\(root)/quality")) { Localized("Data quality", "数据质量")[language] }
                    " · "
                    HTML(.a, .href("/api/v1/openapi.json")) { "API" }
                }
            }
        }
    }

    /// This page's address in a language, all else kept.
    private func address(language: Language) -> String { address(adding: ("lang", language.rawValue)) }

    private func address(adding item: (String, String)) -> String {
        var query = call.query.filter { $0.name != item.0 }.map { ($0.name, $0.value) }
        query.append(item)
        return WebAddress.path(call.path, query: query)
    }

    private static let logo = HTML(
        .svg, HTML.Attribute("width", "30"), HTML.Attribute("height", "30"),
        HTML.Attribute("viewbox", "0 0 30 30"),
        .decorative, HTML.Attribute("fill", "none"), HTML.Attribute("stroke-width", "3")
    ) {
        HTML(
            .path, .class("wf"),
            HTML.Attribute("d", "M2 8h4M10 8h10M24 8h4M2 15h11M17 15h11M2 22h4M10 22h10M24 22h4"))
        HTML(.path, .class("wp"), HTML.Attribute("d", "M8 2v26M22 2v26M15 2v4M15 10v10M15 24v4"))
    }
}

extension Language {
    /// The tag in HTML.
    var tag: String { self == .zh ? "zh-CN" : "en" }
    /// The language's own name.
    var ownName: String { self == .zh ? "中文" : "English" }
}

extension Site {
    /// Where a verb of the navigation leads in a package: stress to its page, the others to their studies.
    func path(of verb: StudyDescription.Verb, _ root: String) -> String {
        verb == .stress && study(id: StressPage.study) != nil
            ? "\(root)/stress" : "\(root)/studies#\(verb.rawValue)"
    }
}
