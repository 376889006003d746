import Ecosystem
import Reporting

extension Parks {
    /// The tables of the parks.
    struct Tables {
        let model: EcosystemModel
        let result: Result

        init(_ model: EcosystemModel, _ result: Result) {
            self.model = model
            self.result = result
        }

        private func park(_ id: ParkID) -> Cell {
            model.linkCell(id.text, origin: model.record(id: id.text)?.origin)
        }

        private func origin(_ id: ParkID) -> Origin? { model.record(id: id.text)?.origin }

        func figures() -> [Figure] {
            let all = model.records(ids: result.parks.map(\.id.text))
            let children = model.records(ids: result.parks.filter { $0.parent != nil }.map(\.id.text))
            let hosting = model.records(ids: result.parks.filter { !$0.sites.isEmpty }.map(\.id.text))
            func figure(_ en: String, _ zh: String, _ records: [Record]) -> Figure {
                records.isEmpty
                    ? Figure(Localized(en, zh), Cell.noRecord.value)
                    : Figure(
                        Localized(en, zh), .number(FigureNumber(records.count)),
                        unit: Localized("parks", "个"),
                        origin: .counted(records))
            }
            return [
                figure("Parks on record", "记录中的园区", all), figure("Part of another", "下级园区", children),
                figure("With a site on record", "有点位记录的园区", hosting),
            ]
        }

        func functions() -> Table {
            Table(
                "parks", Localized("What each park is for", "各园区的方向与功能"),
                columns: [
                    .words("park", "Park", "园区"), .words("place", "Place", "地区"),
                    .words("kind", "Kind", "类别"),
                    .words("state", "State", "状态"), .words("focus", "Focus", "方向"),
                    .words("functions", "Functions of its sites", "点位功能"),
                    .words("segments", "Segments", "环节"), .words("anchors", "Anchors", "龙头机构"),
                    .words("sites", "Sites", "点位"), .words("receives", "Receiving role", "承接角色"),
                ],
                rows: result.parks.map { entry in
                    let origin = origin(entry.id)
                    let functions = entry.functions.map { Ecosystem.Vocabulary.siteFunction.label($0) }
                    let isSure = !entry.segments.contains { $0.by == .anchor }
                    let segments = Origin.combined(
                        [origin].compactMap { $0 }, atBest: isSure ? .stated : .inferred)
                    return [
                        park(entry.id), model.linkCell(entry.region?.text),
                        .text(
                            entry.kind.map { Ecosystem.Vocabulary.parkKind.label($0) } ?? Localized(same: "")),
                        .text(entry.state.label),
                        entry.focus.isEmpty
                            ? .notPrinted : .text(.joined(entry.focus, Localized("; ", "；")), origin: origin),
                        functions.isEmpty ? .noRecord : .text(.joined(functions), origin: origin),
                        model.linksCell(entry.segments.map(\.id.text), origin: segments),
                        model.linksCell(entry.anchors.map(\.text), origin: origin),
                        model.linksCell(entry.sites.map(\.text), origin: origin),
                        entry.receivingRole.map { .text($0, origin: origin) } ?? .notPrinted,
                    ]
                })
        }

        func stages() -> Table {
            var rows: [[Cell]] = []
            for entry in result.parks {
                for stage in entry.stages {
                    let own = entry.segments.filter {
                        model.find($0.id, as: Segment.self)?.stage == stage
                    }
                    let atBest: Basis = own.contains { $0.by == .anchor } ? .inferred : .counted
                    rows.append([
                        park(entry.id), .text(Ecosystem.Vocabulary.chainStage.label(stage)),
                        .number(
                            own.count,
                            origin: .counted(model.records(ids: own.map(\.id.text)), atBest: atBest)),
                    ])
                }
            }
            return Table(
                "park-stages", Localized("Segments of the parks by stage", "各园区各阶段的环节数"),
                caption: Localized("Parks without a known segment are left out", "未列环节未知的园区"),
                columns: [
                    .words("park", "Park", "园区"), .words("stage", "Stage", "阶段"),
                    .numbers("segments", "Segments", "环节"),
                ], rows: rows)
        }

        func families() -> Table {
            Table(
                "families", Localized("Parks and their sub-parks", "园区与下级园区"),
                columns: [
                    .words("parent", "Park", "园区"), .words("child", "Sub-park", "下级园区"),
                    .words("place", "Where", "所在地"), .words("focus", "Focus", "方向"),
                ],
                rows: result.parks.filter { $0.parent != nil }.sorted {
                    ($0.parent?.text ?? "", $0.id.text) < ($1.parent?.text ?? "", $1.id.text)
                }.map { entry in
                    [
                        model.linkCell(entry.parent?.text), park(entry.id),
                        model.linkCell(entry.region?.text),
                        entry.focus.isEmpty
                            ? .notPrinted
                            : .text(.joined(entry.focus, Localized("; ", "；")), origin: origin(entry.id)),
                    ]
                })
        }

        private func pairOrigin(_ pair: Pair, atBest: Basis) -> Origin {
            let records = model.records(ids: [pair.a.text, pair.b.text] + pair.statedBy.map(\.text))
            return .combined(records.map(\.origin), atBest: atBest)
        }

        func overlaps() -> Table {
            Table(
                "overlaps", Localized("Parks that do the same", "功能重叠的园区"),
                caption: Localized(
                    "\(result.overlaps.count.words) of \(result.overlappingPairs.words) pairs",
                    "共 \(result.overlappingPairs.words) 对，列出 \(result.overlaps.count.words) 对"),
                columns: [
                    .words("a", "Park", "园区"), .words("b", "Park", "园区"),
                    .percent("overlap", "Overlap", "重叠度"), .words("shared", "What both have", "共有特征"),
                ],
                rows: result.overlaps.map { pair in
                    let origin = pairOrigin(pair, atBest: .inferred)
                    let shared =
                        pair.sharedFocus
                        + pair.sharedFunctions.map { Ecosystem.Vocabulary.siteFunction.label($0) }
                        + pair.sharedSegments.map { model.name(of: $0.text) }
                    return [
                        park(pair.a), park(pair.b), .percent(pair.overlap, origin: origin),
                        .text(.joined(shared), origin: origin),
                    ]
                })
        }

        func complements() -> Table {
            func words(_ stages: [String], _ origin: Origin) -> Cell {
                .text(.joined(stages.map { Ecosystem.Vocabulary.chainStage.label($0) }), origin: origin)
            }
            return Table(
                "complements", Localized("Parks that complement each other", "功能互补的园区"),
                caption: Localized(
                    "\(result.complements.count.words) of \(result.complementingPairs.words) pairs",
                    "共 \(result.complementingPairs.words) 对，列出 \(result.complements.count.words) 对"),
                columns: [
                    .words("a", "Park", "园区"), .words("stages_a", "Its stages", "其阶段"),
                    .words("b", "Park", "园区"), .words("stages_b", "Its stages", "其阶段"),
                    .words("stated", "A document says so of their places", "文献称两地互补"),
                ],
                rows: result.complements.map { pair in
                    let origin = pairOrigin(pair, atBest: .inferred)
                    let stated = model.records(ids: pair.statedBy.map(\.text))
                    return [
                        park(pair.a), words(pair.stagesOfA, origin), park(pair.b),
                        words(pair.stagesOfB, origin),
                        stated.isEmpty
                            ? .notPrinted
                            : .text(
                                Localized("yes", "是"),
                                origin: .combined(stated.map(\.origin), atBest: .stated)),
                    ]
                })
        }
    }
}
