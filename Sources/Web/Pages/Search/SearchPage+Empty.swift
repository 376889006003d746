import Ecosystem
import Reporting
import Store

extension SearchPage {
    /// Nothing was asked: what can be.
    func start() -> String {
        let language = call.language
        let frame = PageFrame(
            site: site, call: call, package: package, title: Localized("Search", "检索"),
            lead: Localized(
                "By name in either language, id, code, paragraph number, or words of what is recorded.",
                "可按中英文名称、编号、代码、段落编号或记录内容查找。"), crumbs: [(Localized("Home", "首页"), root)])
        return frame.page {
            HTML(.section, .class("panel")) {
                HTML(.h2) { Localized("For example", "例如")[language] }
                HTML(.dl, .class("rows")) {
                    for (label, text) in examples {
                        HTML(.dt) { label[language] }
                        HTML(.dd) { HTML(.a, .href(address(text))) { text } }
                    }
                }
            }
            HTML(.section, .class("sec")) {
                HTML(.h2) { Localized("What is searched", "可找的记录")[language] }
                HTML(.ul, .class("key")) {
                    for kind in RecordKind.withFolder + RecordKind.listed
                    where package.model.count(of: kind) > 0 {
                        HTML(.li) {
                            HTML(.a, .href("\(root)/\(kind.listPath)")) { kind.plural.capitalized[language] }
                            HTML(.b) { "\(package.model.count(of: kind))" }
                        }
                    }
                }
            }
        }
    }

    /// One thing to type of every sort, all of which exist.
    private var examples: [(Localized, String)] {
        let model = package.model
        let language = call.language
        func first(_ kind: RecordKind) -> Record? { model.records(of: kind).first }
        var found: [(Localized, String)] = []
        if let organization = first(.organization) {
            found.append((Localized("A name", "名称"), organization.name[language]))
            let other = organization.fullName[language.other]
            if other != organization.name[language] {
                found.append((Localized("The name in the other language", "另一种语言的名称"), other))
            }
        }
        let region = model.identity.homeRegion.flatMap { model.record(id: $0.text) } ?? first(.region)
        if let region, let segment = model.records(of: .segment).last {
            found.append(
                (Localized("Several words", "几个词"), "\(region.name[language]) \(segment.name[language])"))
        }
        if let paragraph = first(.paragraph) {
            found.append((Localized("A paragraph", "段落编号"), paragraph.id))
        }
        if let coded = model.records(of: .region).first(where: { $0.text("gbt2260") != nil }),
            let code = coded.text("gbt2260")
        {
            found.append((Localized("A code", "代码"), code))
        }
        return found
    }

    /// Nothing was found: what was asked, which condition to drop, how many that gives.
    func nothing(_ results: SearchResults) -> String {
        let language = call.language
        let frame = PageFrame(
            site: site, call: call, package: package,
            title: Localized("Search: \(results.query)", "检索：\(results.query)"), lead: nil,
            crumbs: [(Localized("Home", "首页"), root)])
        return frame.page {
            if let meant = results.didYouMean {
                HTML(.p, .class("meant")) {
                    Localized("Did you mean ", "是否要找")[language]
                    HTML(.a, .href(address(meant))) { meant }
                    Localized("?", "？")[language]
                }
            }
            HTML(.div, .class("empty")) {
                HTML(.b) { Localized("No record fits", "没有符合的记录")[language] }
                HTML(.p) { asked(results)[language] }
                if let best = results.relaxations.first {
                    HTML(.a, .class("btn pri"), .href(address(of: best))) {
                        words(best, results)[language]
                    }
                }
                if results.relaxations.count > 1 {
                    HTML(.ul) {
                        for other in results.relaxations.dropFirst() {
                            HTML(.li) {
                                HTML(.a, .href(address(of: other))) { words(other, results)[language] }
                            }
                        }
                    }
                }
                if results.relaxations.isEmpty {
                    HTML(.a, .class("btn"), .href(address(""))) {
                        Localized("See what can be searched", "看看可以找什么")[language]
                    }
                }
            }
            if !results.suggestions.isEmpty {
                HTML(.section, .class("sec")) {
                    HTML(.h2) { Localized("Names that share something with it", "名称有相同之处的记录")[language] }
                    HTML(.ul, .class("key")) {
                        for record in results.suggestions {
                            HTML(.li) {
                                HTML(.a, .href(links.address(ofRecord: record.id) ?? root)) {
                                    record.heading[language]
                                }
                                HTML(.span, .class("tag")) { record.kind.label[language] }
                            }
                        }
                    }
                }
            }
        }
    }

    private func asked(_ results: SearchResults) -> Localized {
        let words = Localized("Words: \(results.query)", "检索词：\(results.query)")
        guard let kind = results.kind else { return words + Localized(".", "。") }
        return words + Localized("; kind: \(kind.label.en).", "；类别：\(kind.label.zh)。")
    }

    private func words(_ relaxation: SearchResults.Relaxation, _ results: SearchResults) -> Localized {
        switch relaxation.dropped {
        case .kind:
            Localized("In all kinds: \(relaxation.count)", "不限类别：\(relaxation.count) 条")
        case .word(let word) where relaxation.kind == results.kind:
            Localized("Without “\(word)”: \(relaxation.count)", "去掉“\(word)”：\(relaxation.count) 条")
        case .word(let word):
            Localized(
                "Without “\(word)”, in all kinds: \(relaxation.count)",
                "去掉“\(word)”且不限类别：\(relaxation.count) 条")
        }
    }

    private func address(of relaxation: SearchResults.Relaxation) -> String {
        address(relaxation.query, kind: relaxation.kind)
    }
}
