import Ecosystem
import Reporting

extension Positioning {
    /// Lays the answer out: candidates city by city, what cities hold, who is alike.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let model = input.model
        guard !result.regions.isEmpty else {
            return ReportDraft(
                title: description.title,
                answer: Localized(
                    "Fewer than two cities hold two or more segments on record; nothing can be compared.",
                    "在录拥有两个以上环节的城市不足两个，无法比较。"), blocks: [.method(Positioning.method)])
        }
        let origin: Origin
        if let supplied = input.supplied {
            origin = Origin(
                basis: input.givenBasis,
                note: Localized("from the given file \(supplied.name)", "来自所给文件 \(supplied.name)"))
        } else {
            origin = Origin(
                basis: .inferred,
                note: Localized(
                    "from counts of named organizations with their home or a site in the city",
                    "由所在地或点位在该市的具名机构数推断"))
        }
        var blocks: [Block] = [
            .table(candidates(result, origin, model)), .table(cities(result, origin, model)),
            .table(alike(result, origin, model)),
        ]
        if !result.silent.isEmpty {
            blocks.append(
                .note(
                    Note(
                        .gap,
                        Localized(
                            "\(result.silent.count) cities are not judged: no organization of theirs is on record in a segment",
                            "\(result.silent.count) 个城市未判断：其机构均无在录环节"),
                        Localized.joined(result.silent.map { model.name(of: $0) }))))
        }
        blocks.append(.method(Positioning.method))
        return ReportDraft(title: description.title, answer: answer(result, model), blocks: blocks)
    }

    private func answer(_ result: Result, _ model: EcosystemModel) -> Localized {
        let repeating = result.candidates.count { $0.advice == "repeats" }
        guard let best = result.candidates.max(by: { $0.density < $1.density }) else {
            return Localized(
                "No city of \(result.regions.count) has a segment near to what it holds that it does not hold already.",
                "\(result.regions.count) 个城市均无“相近而尚无”的环节。")
        }
        let (city, segment) = (model.name(of: best.region), model.name(of: best.industry))
        return Localized(
            "\(result.regions.count) cities, \(result.candidates.count) candidates: nearest is \(segment.en) for \(city.en) (density "
                + "\(best.density.words(decimals: 2))); \(repeating) would repeat what more than two cities hold.",
            "\(result.regions.count) 个城市、\(result.candidates.count) 个候选：最相近的是\(city.zh)的\(segment.zh)（密度 "
                + "\(best.density.words(decimals: 2))）；其中 \(repeating) 个与两个以上城市重复。")
    }

    private static let advice: [String: Localized] = [
        "fill-gap": Localized("fill the gap: nobody holds it", "补缺：无人具备"),
        "join": Localized("join those who hold it, or take another part", "与已有城市配套，或取另一部分"),
        "repeats": Localized("would repeat what several hold", "将与多市重复"),
    ]

    private func candidates(_ result: Result, _ origin: Origin, _ model: EcosystemModel) -> Table {
        Table(
            "candidates", Localized("What each city could grow into", "各城市可延伸的环节"),
            columns: [
                .words("city", "City", "城市"), .words("segment", "Segment", "环节"),
                .numbers("density", "Nearness", "相近程度"), .words("near", "Near to what it holds", "相近的已有环节"),
                .words("holders", "Held by", "已具备的城市"), .words("advice", "Advice", "建议"),
            ],
            rows: result.candidates.map { candidate in
                [
                    model.linkCell(candidate.region), model.linkCell(candidate.industry),
                    .number(candidate.density, decimals: 3, origin: origin), names(candidate.near, model),
                    names(candidate.holders, model),
                    .text(Self.advice[candidate.advice] ?? Localized(same: candidate.advice), origin: origin),
                ]
            })
    }

    private func names(_ ids: [String], _ model: EcosystemModel) -> Cell {
        let records = model.records(ids: ids)
        if records.count == ids.count { return .links(records) }
        return ids.isEmpty ? .noRecord : .text(Localized.joined(ids.map { model.name(of: $0) }))
    }

    private func cities(_ result: Result, _ origin: Origin, _ model: EcosystemModel) -> Table {
        Table(
            "cities", Localized("What the cities hold", "各城市现有基础"),
            columns: [
                .words("city", "City", "城市"), .numbers("held", "Segments held", "现有环节"),
                .numbers("advantages", "With an advantage", "具优势环节"), .numbers("total", "In all", "合计"),
            ],
            rows: result.regions.map { city in
                [
                    model.linkCell(city.region), .number(city.held, origin: origin),
                    .number(city.advantages, origin: origin),
                    .number(city.total, decimals: city.total == city.total.rounded() ? 0 : 1, origin: origin),
                ]
            })
    }

    private func alike(_ result: Result, _ origin: Origin, _ model: EcosystemModel) -> Table {
        Table(
            "alike", Localized("Cities that hold the most alike", "最相似的城市"),
            columns: [
                .words("a", "City", "城市"), .words("b", "City", "城市"), .numbers("cosine", "Cosine", "余弦"),
            ],
            rows: result.alike.map { pair in
                [
                    model.linkCell(pair.a), model.linkCell(pair.b),
                    .number(pair.cosine, decimals: 3, origin: origin),
                ]
            })
    }
}
