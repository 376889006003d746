import Ecosystem
import Reporting

extension Innovation {
    /// The tables of innovation.
    struct Tables {
        let model: EcosystemModel
        let result: Result

        init(_ model: EcosystemModel, _ result: Result) {
            self.model = model
            self.result = result
        }

        private func origin(_ id: String) -> Origin? { model.record(id: id)?.origin }

        private func place(_ id: RegionID?) -> Cell { id.map { model.linkCell($0.text) } ?? .noRecord }

        func figures() -> [Reporting.Figure] {
            result.figures.compactMap { figure in
                guard let indicator = model.find(figure.id, as: Indicator.self) else { return nil }
                let name = model.name(of: figure.indicator.text)
                let entity = model.name(of: figure.entity)
                return Reporting.Figure(
                    Localized("\(name.en), \(entity.en)", "\(entity.zh)：\(name.zh)"),
                    indicator.wordsCell.value,
                    period: indicator.periodWords, origin: indicator.origin)
            }
        }

        func links() -> Table {
            Table(
                "links", Localized("Who gives what to whom", "谁向谁提供什么"),
                columns: [
                    .words("level", "Level", "层次"), .words("from", "From", "提供方"),
                    .words("to", "To", "接受方"), .words("content", "What", "内容"),
                    .words("value", "Value a year", "年值"), .words("state", "State", "状态"),
                ],
                rows: result.links.map { link in
                    let origin = origin(link.id.text)
                    return [
                        .text(link.level.label, origin: origin), model.linkCell(link.from),
                        model.linkCell(link.to),
                        link.content.map { .text($0, origin: origin) } ?? .notPrinted,
                        link.value.map { .text($0.text, origin: origin) } ?? .notPrinted,
                        .text(link.state.label),
                    ]
                })
        }

        func fields() -> Table {
            Table(
                "fields", Localized("Sources by field and level", "各领域各层次的来源"),
                caption: Localized("Fields that a link names", "联系中点名的领域"),
                columns: [
                    .words("field", "Field", "领域"), .words("level", "Level", "层次"),
                    .numbers("sources", "Sources", "来源"), .words("names", "Which", "名称"),
                ],
                rows: result.fields.map { field in
                    let own = result.links.filter {
                        field.sources.contains($0.from) && $0.level == field.level
                            && ($0.to == field.segment.text
                                || model.find($0.id, as: Relation.self)?.segment == field.segment)
                    }
                    return [
                        model.linkCell(field.segment.text), .text(field.level.label),
                        .number(
                            field.sources.count, origin: .counted(model.records(ids: own.map(\.id.text)))),
                        model.linksCell(field.sources),
                    ]
                })
        }

        func sources() -> Table {
            Table(
                "sources", Localized("Sources of knowledge and talent", "知识与人才来源"),
                columns: [
                    .words("source", "Source", "来源"), .words("kind", "Kind", "类别"),
                    .words("place", "Place", "地区"), .words("levels", "Gives", "提供"),
                    .words("fields", "Fields", "领域"),
                ],
                rows: result.sources.map { source in
                    let record = model.record(id: source.id)
                    let kind = source.kind.map { Ecosystem.Vocabulary.organizationKind.label($0) }
                    return [
                        model.linkCell(source.id, origin: record?.origin),
                        .text(kind ?? record?.kind.label ?? Localized(same: "")), place(source.place),
                        source.levels.isEmpty ? .noRecord : .text(.joined(source.levels.map(\.label))),
                        model.linksCell(source.fields.map(\.text)),
                    ]
                })
        }

        func needs() -> Table {
            Table(
                "needs", Localized("What is needed", "需求"),
                caption: Localized(
                    "Segments that a document calls weak or missing, and recommendations", "文献称薄弱或缺失的环节及相关建议"),
                columns: [
                    .words("need", "Need", "需求"), .words("reason", "Reason", "原因"),
                    .words("region", "Region", "地区"), .words("said", "What is said", "所述"),
                    .words("answered", "Sources on record", "有记录的来源"),
                ],
                rows: result.needs.compactMap { need in
                    guard let record = model.record(id: need.id) else { return nil }
                    let isSegment = need.segment != nil
                    let reason = isSegment ? record.label("strength") : record.label("theme")
                    return [
                        isSegment ? model.linkCell(need.segment?.text) : .link(record, origin: record.origin),
                        .text(reason ?? Localized(same: need.reason), origin: record.origin),
                        isSegment ? model.linkCell(need.region?.text) : .text(""),
                        record.phrase("description").map { .text($0, origin: record.origin) } ?? .notPrinted,
                        isSegment ? model.linksCell(need.answeredBy) : .text(""),
                    ]
                })
        }

        func platforms() -> Table {
            func label(_ reason: Platform.Reason) -> Localized {
                switch reason {
                case .branchInstitute: Localized("institute with its parent elsewhere", "上级单位在外地的院所")
                case .technologyMarket: Localized("technology market", "技术市场")
                case .alliance: Localized("alliance", "联盟")
                }
            }
            let printed = result.platformsPrinted.map {
                Localized(
                    "\($0.text.en) are printed; which ones is not", "原文共印 \($0.text.zh)，未列名称")
            }
            return Table(
                "platforms", Localized("Joint innovation platforms on record", "记录中的共建创新平台"),
                caption: printed,
                columns: [
                    .words("platform", "Platform", "平台"), .words("reason", "What makes it one", "类型"),
                    .words("place", "Place", "地区"), .words("parent", "Part of", "上级单位"),
                    .words("parent_place", "Place of that", "上级所在地"),
                ],
                rows: result.platforms.map { platform in
                    [
                        model.linkCell(platform.id, origin: origin(platform.id)),
                        .text(label(platform.reason)),
                        place(platform.place), model.linkCell(platform.parent?.text),
                        platform.parent == nil ? .text("") : place(platform.parentPlace),
                    ]
                })
        }
    }
}
