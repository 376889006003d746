import Ecosystem
import Reporting

extension Parks.Tables {
    /// Cost and scale as far as figures or words exist.
    func gradient() -> Table {
        func figure(_ figure: PrintedFigure?, of park: ParkID) -> Cell {
            guard let figure else { return .notPrinted }
            let found = model.all(Indicator.self, where: "entity_id", is: park.text).first {
                $0.figure == figure
            }
            return .text(figure.text, origin: found?.origin)
        }
        return Table(
            "gradient", Localized("Cost and scale", "成本与规模"),
            caption: Localized(
                "Words of the documents stand where no figure is printed", "未印数字处列文献所述"),
            columns: [
                .words("park", "Park", "园区"), .words("area", "Area", "面积"),
                .words("money", "Output or investment", "产值或投资"),
                .words("unit_cost", "Cost by unit", "单位成本"), .words("others", "Further figures", "其他数字"),
                .words("policy", "Said of cost and incentives", "成本与优惠说明"),
                .words("advantages", "Of its region", "所在地优势"),
            ],
            rows: result.gradient.map { scale in
                let others = scale.others.compactMap { model.find($0, as: Indicator.self) }
                let words = others.map { indicator in
                    let name = model.name(of: indicator.definition.text)
                    let text = indicator.printed?.text ?? Localized(same: "")
                    return Localized("\(name.en): \(text.en)", "\(name.zh)：\(text.zh)")
                }
                let advantages = model.records(ids: scale.advantages.map(\.text))
                return [
                    model.linkCell(scale.park.text), figure(scale.area, of: scale.park),
                    figure(scale.money, of: scale.park), figure(scale.unitCost, of: scale.park),
                    words.isEmpty
                        ? .notPrinted
                        : .text(
                            .joined(words, Localized("; ", "；")),
                            origin: .combined(others.map(\.origin), atBest: .stated)),
                    scale.policyNote.map {
                        .text($0, origin: model.record(id: scale.park.text)?.origin)
                    } ?? .notPrinted,
                    advantages.isEmpty
                        ? .noRecord
                        : .text(
                            .joined(advantages.compactMap { $0.phrase("description") }, Localized("; ", "；")),
                            origin: .combined(advantages.map(\.origin), atBest: .stated)),
                ]
            })
    }

    /// What the documents say of cost and scale by place.
    func costs() -> Table {
        let reader = Parks.Reader(model, region: result.region)
        return Table(
            "costs", Localized("Land, labour, space and scale by place", "各地土地、劳动力、空间与规模"),
            caption: Localized("Words of the documents; no figure is printed with them", "文献所述，未附数字"),
            columns: [
                .words("place", "Place", "地区"), .words("factor", "Factor", "要素"),
                .words("said", "What is said", "所述"),
            ],
            rows: reader.costAdvantages.map { record in
                [
                    model.linkCell(record.text("region_id")),
                    .text(record.label("factor") ?? Localized(same: "")),
                    record.phrase("description").map { .text($0, origin: record.origin) } ?? .notPrinted,
                ]
            })
    }

    /// What the comparison leaves out.
    func notes() -> [Note] {
        var notes: [Note] = []
        let bare = result.parks.filter { $0.segments.isEmpty && $0.functions.isEmpty }
        if !bare.isEmpty {
            notes.append(
                Note(
                    .gap,
                    Localized(
                        "\(bare.count.words) parks have neither a site nor a segment on record",
                        "\(bare.count.words) 个园区无点位与环节记录"),
                    .joined(bare.map { model.name(of: $0.id.text) }, Localized("; ", "；"))))
        }
        let measured = result.gradient.filter { $0.area != nil || $0.money != nil || $0.unitCost != nil }
        if !result.parks.isEmpty, measured.isEmpty {
            notes.append(
                Note(
                    .gap,
                    Localized(
                        "Area, output and cost are printed for none of the parks", "各园区的面积、产值与成本均未印")))
        }
        if result.parksElsewhere > 0 {
            notes.append(
                Note(
                    .note,
                    Localized(
                        "\(result.parksElsewhere.words) parks of the package lie outside the region",
                        "数据包中另有 \(result.parksElsewhere.words) 个园区在区域之外")))
        }
        if !result.allCompared {
            notes.append(
                Note(
                    .warning,
                    Localized(
                        "Pairs are compared among the first \(Parks.comparedParks) parks",
                        "仅对前 \(Parks.comparedParks) 个园区两两比较")))
        }
        return notes
    }

    func compare(_ others: [EcosystemModel]) -> Table {
        let origin = Origin(basis: .counted)
        func count(_ number: Int) -> Cell { number == 0 ? .noRecord : .number(number, origin: origin) }
        let own: [Cell] = [
            .text(model.identity.title), count(result.parks.count),
            count(result.parks.count { $0.parent != nil }),
            count(result.overlappingPairs),
        ]
        return Table(
            "compare", Localized("Parks of the compared packages", "各数据包的园区"),
            columns: [
                .words("package", "Package", "数据包"), .numbers("parks", "Parks", "园区"),
                .numbers("sub_parks", "Part of another", "下级园区"),
                .numbers("overlaps", "Overlapping pairs", "重叠的园区对"),
            ],
            rows: [own]
                + zip(others, result.compare).map { other, compared in
                    [
                        .text(other.identity.title), count(compared.parks), count(compared.subParks),
                        count(compared.overlappingPairs),
                    ]
                })
    }
}
