import Ecosystem
import Reporting

extension Roles.Pair.Difference {
    /// The difference in words.
    var label: Localized {
        switch self {
        case .plannedAndRecorded: Localized("planned and recorded", "有规划且有记录")
        case .plannedNotRecorded: Localized("planned, no record", "有规划，无记录")
        case .recordedNotPlanned: Localized("recorded, no plan", "有记录，无规划")
        case .recordedUnderWiderPlan: Localized("recorded, wider plan", "有记录，上级环节有规划")
        case .limited: Localized("limited, no record", "受限，无记录")
        }
    }
}

extension Roles.Tables {
    /// Industries by place, planned and recorded.
    func matrix() -> Table {
        let places = result.places.map(\.place)
        var segments: [SegmentID] = []
        var pairs: [SegmentID: [RegionID: Roles.Pair]] = [:]
        for pair in result.matrix {
            if pairs[pair.segment] == nil { segments.append(pair.segment) }
            pairs[pair.segment, default: [:]][pair.place] = pair
        }
        return Table(
            "matrix", Localized("Industry by place, planned and recorded", "产业与地区：规划与记录"),
            caption: Localized(
                "In brackets: organizations on record. A limit by a policy is named", "括号内为有记录的机构数；受政策限制者注明"),
            columns: [.words("segment", "Segment", "环节"), .words("stage", "Stage", "阶段")]
                + places.enumerated().map { Table.Column("place_\($0 + 1)", model.name(of: $1.text)) },
            rows: segments.map { segment in
                let stage = model.find(segment, as: Segment.self)?.stage ?? ""
                let cells = places.map { pairs[segment]?[$0].map(cell) ?? .noRecord }
                return [model.linkCell(segment.text), .text(Vocabulary.chainStage.label(stage))] + cells
            })
    }

    private func cell(_ pair: Roles.Pair) -> Cell {
        var text = pair.difference.label
        if !pair.recordedBy.isEmpty {
            let count = pair.recordedBy.count.words
            text = Localized("\(text.en) (\(count))", "\(text.zh)（\(count)）")
        }
        if !pair.limitedBy.isEmpty, pair.difference != .limited {
            text = text + Localized(", limited", "，受限")
        }
        return .text(text, origin: origin(of: pair))
    }

    private func origin(of pair: Roles.Pair) -> Origin {
        let ids =
            pair.plannedBy + pair.limitedBy.map(\.text) + pair.recordedBy.map(\.text)
            + pair.hostedBy.map(\.text) + pair.sites.map(\.text)
        return .counted(model.records(ids: ids), atBest: pair.sites.isEmpty ? .derived : .inferred)
    }

    /// Where plan and record differ.
    func differences() -> Table {
        let order: [Roles.Pair.Difference] = [.plannedNotRecorded, .recordedNotPlanned]
        let pairs = order.flatMap { wanted in result.matrix.filter { $0.difference == wanted } }
        return Table(
            "differences", Localized("Where plan and record differ", "规划与记录不一致之处"),
            columns: [
                .words("difference", "Difference", "差异"), .words("place", "Place", "地区"),
                .words("segment", "Segment", "环节"), .words("planned_by", "Planned by", "规划依据"),
                .words("recorded_by", "On record", "有记录的机构"),
            ],
            rows: pairs.map { pair in
                [
                    .text(pair.difference.label), model.linkCell(pair.place.text),
                    model.linkCell(pair.segment.text), planned(pair),
                    model.linksCell(
                        pair.recordedBy.map(\.text) + pair.sites.map(\.text), origin: origin(of: pair)),
                ]
            })
    }

    /// What plans a pair: policies and activities by name, relations by the park that hosts it.
    private func planned(_ pair: Roles.Pair) -> Cell {
        let records = model.records(ids: pair.plannedBy).compactMap { record in
            record.kind == .relation ? record.target("subject_id") : record
        }
        return .links(records, origin: origin(of: pair))
    }

    /// What the matrix leaves out.
    func notes() -> [Note] {
        var notes: [Note] = []
        if !result.regionWide.isEmpty {
            let policies = model.records(ids: result.regionWide.map(\.text))
            notes.append(
                Note(
                    .note,
                    Localized(
                        "\(policies.count.words) policies for the whole region name segments and no single place",
                        "\(policies.count.words) 项政策针对整个区域，未指定某地"),
                    Localized.joined(policies.map(\.name), Localized("; ", "；")), origin: .counted(policies)))
        }
        let bare = result.places.filter { $0.sites == 0 }
        if !bare.isEmpty {
            notes.append(
                Note(
                    .gap, Localized("Places without a site on record", "无点位记录的地区"),
                    Localized.joined(bare.map { model.name(of: $0.place.text) })))
        }
        let unprinted = result.places.filter { $0.role == nil }
        if !unprinted.isEmpty {
            notes.append(
                Note(
                    .gap, Localized("No document states a role for", "文献未述角色的地区"),
                    Localized.joined(unprinted.map { model.name(of: $0.place.text) })))
        }
        return notes
    }
}
