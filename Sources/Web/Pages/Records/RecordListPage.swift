import Ecosystem
import Reporting
import Studies

/// A list of records of a kind: a filter as a form, counts, names in the order of the page's language, a hundred to a
/// page.
struct RecordListPage {
    let site: Site
    let call: Call
    let package: ServedPackage
    let kind: RecordKind

    /// Rows of a page.
    static let pageSize = 100
    /// Regions that the filter offers at most.
    private static let optionLimit = 200

    private var language: Language { call.language }
    private var model: EcosystemModel { package.model }
    private var root: String { "/r/\(WebAddress.encoded(package.id))" }
    private var path: String { "\(root)/\(kind.folder ?? "records")" }
    private var fixed: [(String, String)] { kind.folder == nil ? [("type", kind.rawValue)] : [] }
    private var title: Localized { kind.plural.capitalized }

    /// The page.
    func html() throws(WebProblem) -> String {
        let all = RecordOrder.records(of: kind, in: model, by: language)
        let filter = RecordFilter(kind, call)
        let found = filter.conditions.isEmpty ? all : filter.apply(all, in: model)
        let pages = max(1, (found.count + RecordListPage.pageSize - 1) / RecordListPage.pageSize)
        let number = try pageNumber(of: pages)
        let first = (number - 1) * RecordListPage.pageSize
        let shown = Array(found.dropFirst(first).prefix(RecordListPage.pageSize))
        let table = KindTable.make(
            kind, shown, title: title,
            caption: found.isEmpty
                ? nil
                : Localized(
                    "\(first + 1) to \(first + shown.count) of \(found.count)",
                    "第 \(first + 1)–\(first + shown.count) 条，共 \(found.count) 条"))
        let frame = PageFrame(
            site: site, call: call, package: package, title: title,
            lead: lead(found.count, of: all.count, filter), verb: .see,
            crumbs: [(Localized("Home", "首页"), root)])
        return frame.page {
            kinds
            form(all, filter)
            if let table {
                HTML(.div, .class("sec wholes")) { markup(table, filter) }
                pager(number, of: pages, filter)
            } else {
                empty(all, filter)
            }
        }
    }

    /// Every record that the filter leaves, as one table; `nil` where none is left.
    var wholeTable: Table? {
        let all = RecordOrder.records(of: kind, in: model, by: language)
        let filter = RecordFilter(kind, call)
        let found = filter.conditions.isEmpty ? all : filter.apply(all, in: model)
        return KindTable.make(kind, found, title: title)
    }

    private func pageNumber(of pages: Int) throws(WebProblem) -> Int {
        guard let text = call.item("page") else { return 1 }
        guard let number = Int(text), (1...pages).contains(number) else {
            throw .notFound(
                Localized(
                    "This list has pages 1 to \(pages); there is no page “\(text)”.",
                    "此列表有 1 到 \(pages) 页，没有第“\(text)”页。"))
        }
        return number
    }

    private func lead(_ count: Int, of all: Int, _ filter: RecordFilter) -> Localized {
        guard !filter.conditions.isEmpty else {
            return Localized("\(all) on record, by name.", "共 \(all) 条记录，按名称排列。")
        }
        return Localized("\(count) of \(all) on record, by name.", "\(all) 条记录中的 \(count) 条，按名称排列。")
    }

    private func markup(_ table: Table, _ filter: RecordFilter) -> HTML {
        let paragraphs = Set(table.origins.flatMap(\.paragraphs)).sorted()
        return HTMLRenderer(
            language: language,
            links: PageLinks(
                package: package.id, run: nil, language: language, site: site,
                files: "\(root)/lists/\(kind.rawValue)",
                fileItems: filter.conditions.map { ($0.name, $0.value) }),
            sources: SourceDirectory(model, citing: paragraphs)
        ).table(table)
    }

    // MARK: Other kinds

    /// Kinds that share this list's address.
    private var kinds: HTML {
        guard kind.folder == nil else { return .empty }
        return HTML(.nav, .label(Localized("Kinds of record", "记录类别")[language])) {
            HTML(.ul, .class("key kinds")) {
                for other in RecordKind.listed where model.count(of: other) > 0 {
                    HTML(.li) {
                        HTML(
                            .a, .href("\(root)/records?type=\(other.rawValue)"),
                            other == kind ? .current("page") : nil
                        ) {
                            other.plural.capitalized[language]
                        }
                        " "
                        HTML(.b) { "\(model.count(of: other))" }
                    }
                }
            }
        }
    }

    // MARK: Filter

    private func form(_ all: [Record], _ filter: RecordFilter) -> HTML {
        let facets = Facets(all, kind: kind, model: model)
        let codeTitle = RecordFilter.codeField(of: kind).flatMap {
            EcosystemSchema.schema(of: kind).field($0)?.label
        }
        let selects: [HTML] = [
            select("kind", codeTitle ?? Localized("Kind", "类别"), facets.codes, filter.code),
            select(
                "region", Localized("Region", "地区"), Array(facets.regions.prefix(RecordListPage.optionLimit)),
                filter.region),
            select("stage", Localized("Stage", "阶段"), kind == .segment ? [] : facets.stages, filter.stage),
            select(
                "state", Localized("State", "状态性质"), facets.states.count > 1 ? facets.states : [],
                filter.state),
        ].filter { !$0.isEmpty }
        guard !selects.isEmpty else { return .empty }
        return HTML(.section, .class("panel"), .label(Localized("Filter", "筛选")[language])) {
            HTML(.form, .class("form row"), .method("get"), .action(path)) {
                if let asked = call.askedLanguage {
                    HTML(.input, .type("hidden"), .name("lang"), .value(asked.rawValue))
                }
                for (name, value) in fixed { HTML(.input, .type("hidden"), .name(name), .value(value)) }
                if let segment = filter.segment {
                    HTML(.input, .type("hidden"), .name("segment"), .value(segment))
                }
                selects
                HTML(.button, .class("btn pri"), .type("submit")) { Localized("Filter", "筛选")[language] }
                if !filter.conditions.isEmpty {
                    HTML(.a, .class("btn"), .href(WebAddress.path(path, query: fixed))) {
                        Localized("Show all", "全部显示")[language]
                    }
                }
            }
            if let segment = filter.segment {
                HTML(.p, .class("small muted")) {
                    let name = model.record(id: segment)?.name ?? Localized(same: segment)
                    Localized("Segment and its parts: \(name.en)", "环节及下级：\(name.zh)")[language]
                }
            }
        }
    }

    private func select(_ name: String, _ label: Localized, _ options: [Facets.Option], _ chosen: String?)
        -> HTML
    {
        guard !options.isEmpty || chosen != nil else { return .empty }
        let isKnown = chosen.map { code in options.contains { $0.code == code } } ?? true
        return HTML(.div, .class("field")) {
            HTML(.label, .for("f-\(name)")) { label[language] }
            HTML(.select, .id("f-\(name)"), .name(name), .class("in")) {
                HTML(.option, .value("")) { Localized("all", "全部")[language] }
                if let chosen, !isKnown { HTML(.option, .value(chosen), .flag("selected")) { chosen } }
                for option in options {
                    HTML(.option, .value(option.code), .flag("selected", option.code == chosen)) {
                        "\(option.label[language]) (\(option.count))"
                    }
                }
            }
        }
    }

    /// Nothing fits: which condition to drop, and how many that gives.
    private func empty(_ all: [Record], _ filter: RecordFilter) -> HTML {
        HTML(.div, .class("empty sec")) {
            HTML(.b) { Localized("No record fits", "没有符合条件的记录")[language] }
            if filter.conditions.isEmpty {
                HTML(.p) { Localized("This package holds no record of this kind.", "本数据包没有这类记录。")[language] }
            }
            for condition in filter.conditions {
                let without = filter.without(condition.name)
                let count = without.conditions.isEmpty ? all.count : without.apply(all, in: model).count
                if count > 0 {
                    HTML(.p) {
                        HTML(
                            .a, .class("btn"),
                            .href(
                                WebAddress.path(
                                    path, query: fixed + without.conditions.map { ($0.name, $0.value) }))
                        ) {
                            Localized(
                                "Without “\(condition.name)”: \(count)",
                                "去掉“\(word(condition.name).zh)”：\(count) 条")[language]
                        }
                    }
                }
            }
        }
    }

    private func word(_ name: String) -> Localized {
        switch name {
        case "kind": Localized("kind", "类别")
        case "region": Localized("region", "地区")
        case "stage": Localized("stage", "阶段")
        case "state": Localized("state", "状态性质")
        default: Localized("segment", "环节")
        }
    }

    private func pager(_ number: Int, of pages: Int, _ filter: RecordFilter) -> HTML {
        guard pages > 1 else { return .empty }
        let base = fixed + filter.conditions.map { ($0.name, $0.value) }
        func address(_ page: Int) -> String { WebAddress.path(path, query: base + [("page", "\(page)")]) }
        let near = Set([1, pages] + (max(1, number - 2)...min(pages, number + 2))).sorted()
        return HTML(.nav, .class("pager"), .label(Localized("Pages", "分页")[language])) {
            HTML(.ul, .class("key")) {
                if number > 1 {
                    HTML(.li) {
                        HTML(.a, .href(address(number - 1)), HTML.Attribute("rel", "prev")) {
                            Localized("← Before", "← 上一页")[language]
                        }
                    }
                }
                for page in near {
                    HTML(.li) {
                        HTML(.a, .href(address(page)), page == number ? .current("page") : nil) { "\(page)" }
                    }
                }
                if number < pages {
                    HTML(.li) {
                        HTML(.a, .href(address(number + 1)), HTML.Attribute("rel", "next")) {
                            Localized("Next →", "下一页 →")[language]
                        }
                    }
                }
            }
        }
    }
}

/// What a list can be filtered by: values that its records have, with counts.
struct Facets {
    /// One value.
    struct Option {
        var code: String
        var label: Localized
        var count: Int
    }

    var codes: [Option] = []
    var regions: [Option] = []
    var stages: [Option] = []
    var states: [Option] = []

    /// Counts over records of a kind.
    ///
    /// - Complexity: O(records · depth of the region tree).
    init(_ records: [Record], kind: RecordKind, model: EcosystemModel) {
        var codes: [String: Int] = [:]
        var regions: [String: Int] = [:]
        var stages: [String: Int] = [:]
        var states: [String: Int] = [:]
        var chains: [String: [String]] = [:]
        for record in records {
            for code in Set(RecordFilter.codes(of: record)) { codes[code, default: 0] += 1 }
            for stage in RecordFilter.stages(of: record) { stages[stage, default: 0] += 1 }
            if EcosystemSchema.schema(of: kind).isFact {
                states[record.text("state") ?? "actual", default: 0] += 1
            }
            var counted: Set<String> = []
            for region in RecordFilter.regions(of: record) {
                if chains[region] == nil { chains[region] = Facets.chain(from: region, in: model) }
                for above in chains[region] ?? [] where counted.insert(above).inserted {
                    regions[above, default: 0] += 1
                }
            }
        }
        self.codes = codes.map {
            Option(code: $0.key, label: RecordFilter.label($0.key, of: kind, in: model), count: $0.value)
        }
        .sorted { ($1.count, $0.code) < ($0.count, $1.code) }
        self.regions = regions.map {
            Option(
                code: $0.key, label: model.record(id: $0.key)?.name ?? Localized(same: $0.key),
                count: $0.value)
        }.sorted { ($1.count, $0.code) < ($0.count, $1.code) }
        self.stages = Vocabulary.chainStage.terms.compactMap { term in
            stages[term.code].map { Option(code: term.code, label: term.label, count: $0) }
        }
        self.states = FactState.allCases.compactMap { state in
            states[state.rawValue].map { Option(code: state.rawValue, label: state.label, count: $0) }
        }
    }

    /// A region and those that it lies in.
    private static func chain(from id: String, in model: EcosystemModel) -> [String] {
        var found: [String] = []
        var current = model.record(id: id)
        while let region = current, region.kind == .region, !found.contains(region.id), found.count < 32 {
            found.append(region.id)
            current = region.target("parent_id")
        }
        return found
    }
}
