import Ecosystem
import Reporting

extension Brief {
    /// Lays the brief out: one sentence, what needs attention, then the tables, each cut to the asked length.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let model = input.model
        let length = input.parameters.integer("length") ?? 12
        let name = result.region.map { model.name(of: $0.text) } ?? model.identity.title
        let title =
            result.date.map { Localized("Brief: \(name.en), \($0)", "\(name.zh)简报（\($0)）") }
            ?? Localized("Brief: \(name.en)", "\(name.zh)简报")
        var blocks: [Block] = [.figures(figures(result, model))]
        blocks.append(.heading(Localized("Weak links", "薄弱环节")))
        blocks.append(
            result.weakLinks.isEmpty
                ? .note(Note(.note, Localized("No segment is called missing or weak", "没有被称为缺失或薄弱的环节")))
                : .table(weakLinks(result, length, model)))
        if let year = result.structure {
            blocks.append(.heading(Localized("Structure", "结构")))
            blocks.append(.table(structure(year, model)))
        }
        blocks += result.findings.prefix(length / 2).map { finding in
            .note(
                Note(
                    finding.kind == .tableMissing ? .gap : .warning, finding.text,
                    origin: Origin(basis: .derived, paragraphs: finding.paragraphs)))
        }
        blocks.append(.heading(Localized("Use of capacity", "产能利用")))
        blocks.append(.note(use(result, model)))
        if !result.imbalances.isEmpty {
            blocks.append(.heading(Localized("Promotion and record", "扶持与现状")))
            blocks.append(.table(imbalances(result, length, model)))
        }
        if !result.events.isEmpty {
            blocks.append(.heading(Localized("Latest events on record", "最近在录事件")))
            blocks.append(.table(events(result, length, model)))
        }
        blocks.append(.heading(Localized("Since the last brief", "与上期相比")))
        blocks.append(contentsOf: changes(result, length, input))
        blocks.append(.method(Brief.method))
        return ReportDraft(title: title, answer: answer(result, name), blocks: blocks)
    }

    private func answer(_ result: Result, _ name: Localized) -> Localized {
        let missing = result.weakLinks.count { $0.class == "missing" }
        let weak = result.weakLinks.count - missing
        let changed =
            result.changes.map { changes in
                changes.isEmpty
                    ? Localized("nothing has changed since the last brief", "与上期相比无变化")
                    : Localized(
                        "\(changes.count.words) records have changed since the last brief",
                        "与上期相比有 \(changes.count.words) 条记录变化")
            } ?? Localized("no earlier package was given to compare with", "未提供上期数据包用于对比")
        return Localized(
            "\(name.en): \(missing) segments missing, \(weak) weak; \(result.findings.count) contradictions or gaps in the printed "
                + "structure; \(changed.en).",
            "\(name.zh)：缺失环节 \(missing) 个、薄弱环节 \(weak) 个；所印结构数字有 \(result.findings.count) 处矛盾或缺口；\(changed.zh)。"
        )
    }

    private func figures(_ result: Result, _ model: EcosystemModel) -> [Figure] {
        let counted = Origin(
            basis: .counted, note: Localized("counted by the study chain", "由“产业链”研究计数"))
        func classes(_ id: String, _ en: String, _ zh: String) -> Figure {
            Figure(
                Localized(en, zh), .number(FigureNumber(result.classes[id] ?? 0)),
                unit: Localized("segments", "个环节"), origin: counted)
        }
        var figures = [
            classes("strong", "Strong", "强"), classes("missing", "Missing", "缺失"),
            classes("weak", "Weak", "薄弱"),
            classes("unknown", "Unknown", "未知"),
        ]
        if let use = result.use {
            figures.append(
                Figure(
                    Localized("Use of capacity", "产能利用率"), .number(FigureNumber(use * 100, decimals: 1)),
                    unit: Localized(same: "%"), origin: Origin(basis: .derived)))
        }
        return figures
    }

    private func weakLinks(_ result: Result, _ length: Int, _ model: EcosystemModel) -> Table {
        Table(
            "weak-links", Localized("Missing and weak segments", "缺失与薄弱环节"),
            caption: cut(result.weakLinks.count, length),
            columns: [
                .words("segment", "Segment", "环节"), .words("class", "Class", "等级"),
                .words("by", "Known by", "依据方式"),
                .numbers("organizations", "Organizations on record", "在录机构"),
            ],
            rows: result.weakLinks.prefix(length).map { link in
                let origin = Origin(basis: link.basis, records: [link.segment.text])
                let by =
                    link.by == "quantity"
                    ? Localized("quantity", "数量")
                    : link.by == "assessment" ? Localized("a document", "文献") : Localized("count", "机构数")
                return [
                    model.linkCell(link.segment.text),
                    .text(Vocabulary.strength.label(link.class), origin: origin), .text(by),
                    link.organizations == 0 ? .noRecord : .number(link.organizations, origin: origin),
                ]
            })
    }

    private func structure(_ year: Structure.Result.Year, _ model: EcosystemModel) -> Table {
        let columns: [Table.Column] = [
            .words("region", "Place", "地区"), .percent("primary", "First", "第一产业"),
            .percent("secondary", "Second", "第二产业"), .percent("tertiary", "Third", "第三产业"),
        ]
        return Table(
            "structure", Localized("Shares of the three industries, \(year.year)", "\(year.year) 年三次产业占比"),
            columns: columns,
            rows: year.regions.map { region in
                func share(_ value: Double?, _ id: String) -> Cell {
                    .percent(
                        value,
                        origin: value.map { _ in
                            Origin(basis: region.derived.contains(id) ? .derived : .corrected)
                        })
                }
                return [
                    model.linkCell(region.region.text), share(region.primary, "primary"),
                    share(region.secondary, "secondary"), share(region.tertiary, "tertiary"),
                ]
            })
    }

    private func use(_ result: Result, _ model: EcosystemModel) -> Note {
        if let use = result.use {
            let words = use.percentWords()
            return Note(
                .note, Localized("\(words.en) of the region's capacity was used", "本区域产能利用率 \(words.zh)"))
        }
        let printed = result.printedUse.map { printed -> Localized in
            let name = model.name(of: printed.region.text)
            let words = printed.use.value.percentWords(decimals: 0)
            return Localized("\(name.en) \(words.en)", "\(name.zh) \(words.zh)")
        }
        return Note(
            .gap,
            Localized("No plant of the region has output and capacity on record", "本区域没有任何工厂的产量与产能在录"),
            printed.isEmpty
                ? nil
                : Localized(
                    "As printed for comparison: " + Localized.joined(printed).en + ".",
                    "原文可比数字：" + Localized.joined(printed, Localized("; ", "；")).zh + "。"),
            origin: Origin(basis: .stated))
    }

    private func imbalances(_ result: Result, _ length: Int, _ model: EcosystemModel) -> Table {
        let words = [
            "promoted-without-record": Localized("promoted, none there", "扶持，无机构在录"),
            "promoted-though-weak": Localized("promoted, called weak", "扶持，被称薄弱"),
            "strong-not-promoted": Localized("strong, not promoted", "强，无政策点名"),
        ]
        return Table(
            "imbalances", Localized("Where promotion and record do not match", "扶持与现状不符之处"),
            caption: cut(result.imbalances.count, length),
            columns: [
                .words("sector", "Sector", "产业"), .words("place", "Place", "地区"),
                .words("kind", "What", "情形"),
            ],
            rows: result.imbalances.prefix(length).map { found in
                [
                    model.linkCell(found.segment.text), model.linkCell(found.place.text),
                    .text(words[found.kind] ?? Localized(same: found.kind), origin: Origin(basis: .counted)),
                ]
            })
    }

    private func events(_ result: Result, _ length: Int, _ model: EcosystemModel) -> Table {
        let shown = model.records(ids: result.events.prefix(min(length, 8)).map(\.text))
        return Table(
            "events", Localized("Latest events", "最近事件"), caption: cut(result.events.count, min(length, 8)),
            columns: [.words("date", "Date", "日期"), .words("event", "Event", "事件")],
            rows: shown.map { record in
                [
                    .text(Period(reading: record.text("date") ?? "").words, origin: record.origin),
                    .link(record, origin: record.origin),
                ]
            })
    }

    private func changes(_ result: Result, _ length: Int, _ input: StudyInput) -> [Block] {
        guard let changes = result.changes, let other = input.others.first else {
            return [
                .note(
                    Note(
                        .gap, Localized("No earlier package was given", "未提供上期数据包"),
                        Localized(
                            "Give the package of the last brief as comparison (--compare DIR, or “Compare with” on the page).",
                            "请把上期简报所用数据包作为对比（--compare DIR，或页面上的“对比”）。")))
            ]
        }
        guard !changes.isEmpty else {
            return [.note(Note(.note, Localized("Nothing has changed", "没有变化"), other.identity.title))]
        }
        let words = [
            "added": Localized("added", "新增"), "removed": Localized("removed", "删除"),
            "changed": Localized("changed", "修改"),
        ]
        let table = Table(
            "changes",
            Localized("Changes against \(other.identity.title.en)", "与“\(other.identity.title.zh)”相比的变化"),
            caption: cut(changes.count, length),
            columns: [
                .words("action", "What", "情形"), .words("kind", "Kind", "类别"),
                .words("record", "Record", "记录"),
            ],
            rows: changes.prefix(length).map { change in
                let kind = RecordKind(table: change.table)
                return [
                    .text(words[change.action] ?? Localized(same: change.action)),
                    .text(kind?.label ?? Localized(same: change.table)),
                    input.model.record(id: change.id).map { .link($0) } ?? .text(change.name),
                ]
            })
        return [.table(table)]
    }

    /// That a table is cut, where it is.
    private func cut(_ count: Int, _ length: Int) -> Localized? {
        count > length ? Localized("The first \(length) of \(count)", "共 \(count) 条，列前 \(length) 条") : nil
    }
}
