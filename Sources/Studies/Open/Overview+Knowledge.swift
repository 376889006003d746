import Ecosystem
import Reporting

extension Overview.Tables {
    /// An origin for counts over the whole package, whose weakest basis is that of its weakest fact.
    private var wholePackage: Origin {
        Origin(
            basis: max(.counted, result.bases.last?.basis ?? .counted),
            note: Localized("counted over the whole package", "按整个数据包计数"))
    }

    func bases() -> Table {
        Table(
            "bases", Localized("Facts by basis", "各依据的记录"),
            caption: Localized("Strongest first", "由强到弱"),
            columns: [
                .words("basis", "Basis", "依据"), .numbers("facts", "Facts", "记录"),
                .percent("share", "Part", "占比"),
            ],
            rows: result.bases.map { entry in
                [
                    .text(entry.basis.label), .number(entry.count, origin: wholePackage),
                    .percent(entry.share, origin: wholePackage),
                ]
            })
    }

    func freshness() -> Table {
        Table(
            "freshness", Localized("Records that can carry a date", "可带日期的记录"),
            columns: [
                .words("kind", "Kind", "类别"), .numbers("records", "Records", "记录"),
                .numbers("undated", "Without a date", "无日期"), .percent("share", "Part", "占比"),
            ],
            rows: result.freshness.dated.map { entry in
                let origin = Origin.counted(model.records(of: entry.kind))
                return [
                    .text(entry.kind.label), .number(entry.count, origin: origin),
                    .number(entry.undated, origin: origin), .percent(entry.undatedShare, origin: origin),
                ]
            })
    }

    func documents() -> Table {
        Table(
            "documents", Localized("Documents and their dates", "文献与日期"),
            columns: [
                .words("document", "Document", "文献"), .words("kind", "Kind", "类别"),
                .words("date", "Date", "日期"), .words("scope", "Content", "内容"),
            ],
            rows: result.freshness.documents.compactMap { document in
                guard let record = model.record(id: document.id.text) else { return nil }
                return [
                    .link(record), .text(record.label("kind") ?? Localized(same: "")),
                    document.date.map { .text($0) } ?? .notPrinted,
                    record.phrase("scope").map { .text($0) } ?? .noRecord,
                ]
            })
    }

    func states() -> Table {
        func cell(_ kind: RecordKind, _ count: Int, _ state: FactState) -> Cell {
            self.count(count, model.records(of: kind).filter { $0.factState == state })
        }
        return Table(
            "states", Localized("In place and planned", "已有与计划"),
            columns: [.words("kind", "Kind", "类别")]
                + FactState.allCases.map { Table.Column($0.rawValue, $0.label, kind: .number) },
            rows: result.states.map { entry in
                [
                    .text(entry.kind.label), cell(entry.kind, entry.actual, .actual),
                    cell(entry.kind, entry.planned, .planned), cell(entry.kind, entry.possible, .possible),
                    cell(entry.kind, entry.recommended, .recommended), cell(entry.kind, entry.ended, .ended),
                ]
            })
    }

    func gaps() -> Table {
        Table(
            "gaps", Localized("Gaps in the data", "数据缺口"),
            caption: Localized("0 means that nothing is missing", "0 表示没有缺口"),
            columns: [
                .words("gap", "What is missing", "缺什么"), .numbers("cases", "Cases", "数量"),
                .numbers("of", "Among", "总数"), .words("examples", "First cases", "例"),
            ],
            rows: result.gaps.map { gap in
                let examples = model.records(ids: gap.examples)
                let origin = Origin(
                    basis: .counted, note: Localized("counted over the package", "按数据包计数"))
                return [
                    .text(gap.id.title), .number(gap.count, origin: origin), .number(gap.of, origin: origin),
                    examples.isEmpty
                        ? .text(Localized("none", "无")) : .links(Array(examples.prefix(6))),
                ]
            })
    }

    func contradictions() -> Table {
        func cell(_ id: IndicatorID) -> Cell {
            model.find(id, as: Indicator.self)?.wordsCell ?? .noRecord
        }
        return Table(
            "contradictions", Localized("Figures printed one way and read another", "原文与读法不同的数字"),
            caption: Localized("Both stand; they are never mixed", "两者并列，不混用"),
            columns: [
                .words("entity", "Describes", "描述对象"), .words("indicator", "Indicator", "指标"),
                .words("printed", "As printed", "原文"), .words("corrected", "Reading", "读法"),
                .words("note", "Note", "备注"),
            ],
            rows: result.contradictions.filter { !$0.sameNumber }.map { pair in
                let reading = model.find(pair.corrected, as: Indicator.self)
                return [
                    model.linkCell(reading?.entity), model.linkCell(reading?.definition.text),
                    cell(pair.printed),
                    cell(pair.corrected), reading?.record.phrase("note").map { .text($0) } ?? .noRecord,
                ]
            })
    }

    /// Figures of which only the meaning is read differently, as one remark.
    func relabelled() -> Note? {
        let pairs = result.contradictions.filter(\.sameNumber)
        guard !pairs.isEmpty else { return nil }
        return Note(
            .warning,
            Localized(
                "\(pairs.count.words) figures keep their number and are read as another indicator",
                "\(pairs.count.words) 个数字数值不变，读作另一指标"),
            Localized(
                "Both readings stand beside each other; see the corrections below.", "两种读法并列；见下方原文读法。"),
            origin: .counted(model.records(ids: pairs.map(\.corrected.text)), atBest: .corrected))
    }

    func corrections() -> Table {
        Table(
            "corrections", Localized("Readings of printed forms", "原文读法"),
            columns: [
                .words("printed", "Printed form", "原文形式"), .words("reading", "Reading", "读法"),
                .words("confidence", "Confidence", "把握"), .words("concerns", "Concerns", "涉及记录"),
            ],
            rows: result.corrections.compactMap { entry in
                guard let record = model.record(id: entry.id.text) else { return nil }
                return [
                    .link(record),
                    record.phrase("resolution").map { .text($0, origin: record.origin) } ?? .noRecord,
                    .text(record.label("confidence") ?? Localized(same: "")), model.linksCell(entry.concerns),
                ]
            })
    }

    func compare(_ others: [EcosystemModel]) -> Table {
        let own = Overview.Compared(
            package: model.identity.id, records: result.records, kinds: result.kinds,
            organizations: result.organizations,
            segmentsWithOrganizations: result.segments.count { $0.organizations > 0 },
            undatedShare: result.freshness.undatedShare)
        let packages = [own] + result.compare
        func row(_ title: Localized, _ value: (Overview.Compared) -> Int) -> [Cell] {
            [.text(title)]
                + packages.map {
                    value($0) == 0 ? .noRecord : .number(value($0), origin: Origin(basis: .counted))
                }
        }
        let kinds = RecordKind.allCases.filter { kind in
            packages.contains { $0.kinds.contains { $0.kind == kind } }
        }
        return Table(
            "compare", Localized("The compared packages", "各数据包对比"),
            columns: [.words("measure", "Measure", "项目")]
                + zip(packages.indices, [model] + others).map {
                    Table.Column("package_\($0 + 1)", $1.identity.title, kind: .number)
                },
            rows: [
                row(Localized("All records", "全部记录"), \.records),
                row(Localized("Organizations in the region", "区域内机构"), \.organizations),
                row(Localized("Segments with an organization", "有机构的环节"), \.segmentsWithOrganizations),
            ]
                + kinds.map { kind in
                    row(kind.label) { $0.kinds.first { $0.kind == kind }?.count ?? 0 }
                })
    }
}
