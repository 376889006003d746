import Ecosystem
import Reporting

extension Innovation.Unknown.Kind {
    /// What is not known, in words.
    var title: Localized {
        switch self {
        case .platformsNotNamed:
            Localized("Which joint platforms the printed total means", "原文所印平台总数指哪些平台")
        case .transfersWithoutValue: Localized("Technology transfers without a value", "技术转移未印金额")
        case .talentWithoutNumber: Localized("Talent links without a number", "人才输送未印人数")
        case .sourcesWithoutField: Localized("Sources without a field", "来源的领域未知")
        case .needsWithoutSource:
            Localized("Weak or missing segments without a source on record", "薄弱或缺失环节无来源记录")
        }
    }
}

extension Innovation.Tables {
    /// Branches from place to place, counted.
    func influence() -> Table {
        struct Slot: Hashable {
            var from: String
            var to: String
        }
        var order: [Slot] = []
        var found: [Slot: [Innovation.Branch]] = [:]
        for branch in result.branches {
            guard let from = branch.fromPlace, let to = branch.toPlace, from != to else { continue }
            let slot = Slot(from: from.text, to: to.text)
            if found[slot] == nil { order.append(slot) }
            found[slot, default: []].append(branch)
        }
        return Table(
            "influence", Localized("Branches from place to place", "各地之间的分支"),
            columns: [
                .words("from", "Base in", "原址所在地"), .words("to", "Branch in", "分支所在地"),
                .numbers("branches", "Branches", "分支"),
                .numbers("services", "Of these public services", "其中公共服务"),
            ],
            rows: order.map { slot in
                let own = found[slot] ?? []
                let services = own.filter(\.isPublicService)
                func count(_ branches: [Innovation.Branch]) -> Cell {
                    guard !branches.isEmpty else { return .noRecord }
                    let relations = model.records(ids: branches.flatMap(\.relations).map(\.text))
                    return .number(branches.count, origin: .counted(relations))
                }
                return [model.linkCell(slot.from), model.linkCell(slot.to), count(own), count(services)]
            })
    }

    func branches() -> Table {
        Table(
            "branches", Localized("What extends from where to where", "延伸关系"),
            columns: [
                .words("organization", "Organization", "机构"), .words("from", "Base", "原址"),
                .words("to", "Branch", "分支"), .words("activity", "What it does", "业务"),
                .words("service", "Public service", "公共服务"), .words("state", "State", "状态"),
            ],
            rows: result.branches.map { branch in
                let records = model.records(ids: branch.relations.map(\.text))
                let origin = Origin.combined(records.map(\.origin), atBest: .stated)
                return [
                    model.linkCell(branch.organization, origin: origin), model.linksCell(branch.from),
                    model.linkCell(branch.to, origin: origin),
                    branch.activity.map { .text($0, origin: origin) } ?? .notPrinted,
                    .text(branch.isPublicService ? Localized("yes", "是") : Localized("no", "否")),
                    .text(branch.state.label),
                ]
            })
    }

    func unknown() -> Table {
        Table(
            "unknown", Localized("What is not known", "未知事项"),
            caption: Localized("0 means that nothing of the kind is unknown", "0 表示此项无未知"),
            columns: [
                .words("what", "What", "事项"), .numbers("cases", "Cases", "数量"),
                .numbers("of", "Among", "总数"), .words("examples", "First cases", "例"),
            ],
            rows: result.unknown.map { entry in
                let records = model.records(ids: entry.examples)
                let origin = Origin.counted(records)
                let subjects = records.compactMap { record in
                    record.kind == .relation ? record.target("subject_id") : record
                }
                return [
                    .text(entry.id.title), entry.count.map { .number($0, origin: origin) } ?? .unknown,
                    entry.of.map { .number($0, origin: origin) } ?? .unknown,
                    subjects.isEmpty ? .text(Localized("none", "无")) : .links(Array(subjects.prefix(6))),
                ]
            })
    }

    func compare(_ others: [EcosystemModel]) -> Table {
        let origin = Origin(basis: .counted)
        func row(_ title: Localized, _ counts: [Int]) -> [Cell] {
            [.text(title)] + counts.map { $0 == 0 ? .noRecord : .number($0, origin: origin) }
        }
        return Table(
            "compare", Localized("The compared packages", "各数据包对比"),
            columns: [
                .words("package", "Package", "数据包"), .numbers("sources", "Sources", "来源"),
                .numbers("links", "Links", "联系"), .numbers("platforms", "Joint platforms", "共建平台"),
                .numbers("branches", "Branches", "分支"),
            ],
            rows: [
                row(
                    model.identity.title,
                    [
                        result.sources.count, result.links.count, result.platforms.count,
                        result.branches.count,
                    ])
            ]
                + zip(others, result.compare).map { other, compared in
                    row(
                        other.identity.title,
                        [compared.sources, compared.links, compared.platforms, compared.branches])
                })
    }
}
