import Ecosystem
import Reporting
import Studies

/// The systems that the documents describe, and where each works in this program.
struct SystemsPage {
    let site: Site
    let call: Call
    let package: ServedPackage

    private var language: Language { call.language }
    private var model: EcosystemModel { package.model }
    private var root: String { "/r/\(WebAddress.encoded(package.id))" }

    /// Pages that a system may work in, by the word in the data.
    private static let pages: [String: (title: Localized, path: String)] = {
        var pages: [String: (title: Localized, path: String)] = ["/map": (Localized("Map", "地图"), "map")]
        for kind in RecordKind.withFolder + RecordKind.listed {
            pages["/" + kind.table] = (kind.plural.capitalized, kind.listPath)
        }
        return pages
    }()

    /// The page.
    func html() -> String {
        let systems = RecordOrder.records(of: .system, in: model, by: language)
        let working = systems.count { !places(of: $0).isEmpty }
        let paragraphs = Set(systems.flatMap(\.origin.paragraphs)).sorted()
        let renderer = HTMLRenderer(
            language: language,
            links: PageLinks(package: package.id, run: nil, language: language, site: site),
            sources: SourceDirectory(model, citing: paragraphs))
        let frame = PageFrame(
            site: site, call: call, package: package, title: Localized("Described systems", "文献描述的系统"),
            lead: Localized(
                "The documents describe \(systems.count) systems; \(working) can be used here today.",
                "文献描述了 \(systems.count) 个系统，其中 \(working) 个现在就能在这里使用。"), verb: .see,
            crumbs: [(Localized("Home", "首页"), root)])
        return frame.page {
            if systems.isEmpty {
                HTML(.div, .class("empty")) {
                    HTML(.b) { Localized("This package describes no system", "本数据包没有系统记录")[language] }
                }
            } else {
                for group in groups(systems) {
                    HTML(.section, .class("sec")) {
                        HTML(.h2) { group.title[language] }
                        HTML(.div, .class("systems")) {
                            for system in group.systems { card(system, renderer) }
                        }
                    }
                }
            }
        }
    }

    private func groups(_ systems: [Record]) -> [(title: Localized, systems: [Record])] {
        let codes = Vocabulary.systemKind.terms.map(\.code)
        let further = Set(systems.compactMap { $0.text("kind") }).subtracting(codes).sorted()
        return (codes + further).compactMap { code in
            let own = systems.filter { $0.text("kind") == code }
            return own.isEmpty ? nil : (Vocabulary.systemKind.label(code).capitalized, own)
        }
    }

    private func card(_ system: Record, _ renderer: HTMLRenderer) -> HTML {
        let places = places(of: system)
        return HTML(.section, .class("panel")) {
            HTML(.h3) {
                HTML(.a, .href("\(root)/records/\(WebAddress.encoded(system.id))")) { system.name[language] }
            }
            HTML(.p) {
                system.phrase("purpose")?[language] ?? Localized("purpose not on record", "作用无记录")[language]
            }
            HTML(.p, .class("where")) {
                if places.isEmpty {
                    HTML(.span, .class("tag")) { Localized("not yet in this version", "本版本尚无")[language] }
                } else {
                    Localized("Works in: ", "在此使用：")[language]
                    for (index, place) in places.enumerated() {
                        if index > 0 { Localized(", ", "、")[language] }
                        HTML(.a, .href(place.path)) { place.title[language] }
                    }
                }
            }
            HTML(.div, .class("m")) {
                HTML(.span, .class("id")) { system.id }
                renderer.basis(of: system.origin)
                renderer.source(system.origin)
            }
        }
    }

    /// Studies and pages that the record names, those that this version has.
    private func places(of system: Record) -> [(title: Localized, path: String)] {
        SystemsPage.words(of: system).compactMap { word in
            if let study = site.study(id: word) {
                return (study.description.title, "\(root)/studies/\(word)")
            }
            return SystemsPage.pages[word].map { ($0.title, "\(root)/\($0.path)") }
        }
    }

    /// The words in the column `answered_by`: ids of studies, and tables with `/` in front for their pages.
    static func words(of system: Record) -> [String] {
        (system.text("answered_by") ?? "").split(separator: ";").map { part in
            part.filter { !$0.isWhitespace }
        }
    }
}
