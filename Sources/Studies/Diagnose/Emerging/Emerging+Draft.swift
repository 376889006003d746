import Ecosystem
import Reporting

extension Emerging {
    /// Lays the answer out: overlap of the lists, the matrix, what is out of balance, what is contested.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let model = input.model
        let promoted = result.sectors.filter { $0.promotion != "none" }
        guard !promoted.isEmpty else {
            return ReportDraft(
                title: description.title,
                answer: Localized(
                    "No policy on record names a sector for the places of this package.", "此数据包没有点名产业的地方政策。"),
                blocks: [
                    .note(
                        Note(
                            .gap, Localized("What the study needs", "本研究需要的数据"),
                            Localized(
                                "Rows of policies.csv with region_id and segments; organizations with activities show what is behind them.",
                                "policies.csv 中带 region_id 与 segments 的行；机构及其业务用于对照现状。"))),
                    .method(Emerging.method),
                ])
        }
        var blocks: [Block] = [.figures(figures(result, model))]
        blocks.append(
            .picture(
                Picture(.heatmap(row: "sector", column: "place", value: "policies"), matrix(result, model))))
        blocks.append(.table(pairs(result, model)))
        if !result.imbalances.isEmpty { blocks.append(.table(imbalances(result, model))) }
        blocks += result.contests.map { .note(contest($0, model)) }
        for other in input.others { blocks.append(.note(try compared(other, input))) }
        blocks.append(.method(Emerging.method))
        return ReportDraft(title: description.title, answer: answer(result, promoted, model), blocks: blocks)
    }

    private func answer(_ result: Result, _ promoted: [Result.Sector], _ model: EcosystemModel) -> Localized {
        let shared = promoted.filter { $0.promotion == "shared" }
        let behind = result.imbalances.filter { $0.kind != "strong-not-promoted" }.count
        let overlap =
            shared.isEmpty && result.pairs.allSatisfy { $0.common.isEmpty }
            ? Localized("no two places promote the same one on record", "记录中没有两地扶持同一产业")
            : Localized(
                "\(shared.count) are promoted by several places", "其中 \(shared.count) 个由多地扶持")
        return Localized(
            "\(promoted.count) sectors are promoted by policies on record; \(overlap.en); \(behind) times a promoted sector has no "
                + "organization on record or is called weak.",
            "记录中的政策共扶持 \(promoted.count) 个产业；\(overlap.zh)；有 \(behind) 处受扶持产业无机构在录或被称为薄弱。")
    }

    private func figures(_ result: Result, _ model: EcosystemModel) -> [Figure] {
        result.places.map { place in
            let own = result.sectors.filter { $0.promotedBy.contains(place) }
            let records = model.records(
                ids: Set(
                    own.flatMap(\.standings).filter { $0.place == place }.flatMap(\.policies).map(\.text)
                ).sorted())
            let name = model.name(of: place.text)
            let label = Localized("Sectors promoted, \(name.en)", "\(name.zh)扶持的产业")
            guard !own.isEmpty else { return Figure(label, Cell.noRecord.value) }
            return Figure(
                label, .number(FigureNumber(own.count)), unit: Localized("sectors", "个"),
                origin: .counted(records))
        }
    }

    private func matrix(_ result: Result, _ model: EcosystemModel) -> Table {
        var rows: [[Cell]] = []
        for sector in result.sectors where sector.promotion != "none" {
            for standing in sector.standings {
                let policies = model.records(ids: standing.policies.map(\.text))
                let said = model.records(ids: standing.assessments.map(\.text))
                rows.append([
                    model.linkCell(sector.segment.text), model.linkCell(standing.place.text),
                    policies.isEmpty ? .noRecord : .number(policies.count, origin: .counted(policies)),
                    model.linksCell(
                        standing.policies.map(\.text),
                        origin: .combined(policies.map(\.origin), atBest: .stated)),
                    standing.organizations == 0
                        ? .noRecord : .number(standing.organizations, origin: Origin(basis: .counted)),
                    standing.strength.map {
                        .text(
                            Vocabulary.strength.label($0),
                            origin: .combined(said.map(\.origin), atBest: .stated))
                    } ?? .unknown,
                ])
            }
        }
        return Table(
            "promotion", Localized("Who promotes what, and what is on record there", "谁扶持什么，当地现状如何"),
            columns: [
                .words("sector", "Sector", "产业"), .words("place", "Place", "地区"),
                .numbers("policies", "Policies that name it", "点名的政策"),
                .words("which", "Which", "政策"),
                .numbers("organizations", "Organizations on record", "在录机构"),
                .words("strength", "What documents say", "文献评价"),
            ], rows: rows)
    }

    private func pairs(_ result: Result, _ model: EcosystemModel) -> Table {
        Table(
            "overlap", Localized("How far the lists overlap", "名单的重叠程度"),
            columns: [
                .words("a", "Place", "地区"), .words("b", "Place", "地区"),
                .percent("overlap", "Overlap", "重叠度"), .words("common", "Promoted by both", "共同扶持"),
                .numbers("either", "By either", "任一扶持"), .words("rivalry", "Said to compete", "文献称存在竞争"),
            ],
            rows: result.pairs.map { pair in
                let policies = result.sectors.flatMap(\.standings)
                    .filter { $0.place == pair.a || $0.place == pair.b }.flatMap(\.policies).map(\.text)
                let origin = Origin.combined(model.records(ids: Set(policies).sorted()).map(\.origin))
                let rivalries = model.records(ids: pair.rivalries.map(\.text))
                return [
                    model.linkCell(pair.a.text), model.linkCell(pair.b.text),
                    .percent(pair.overlap, origin: pair.overlap.map { _ in origin }),
                    model.linksCell(pair.common.map(\.text), origin: origin),
                    .number(pair.either, origin: origin),
                    rivalries.isEmpty
                        ? .noRecord
                        : .text(
                            Localized.joined(rivalries.compactMap { $0.phrase("qualifier") ?? $0.name }),
                            origin: .combined(rivalries.map(\.origin), atBest: .stated)),
                ]
            })
    }

    private func imbalances(_ result: Result, _ model: EcosystemModel) -> Table {
        let words = [
            "promoted-without-record": Localized(
                "promoted, no organization of the place on record", "扶持，但当地无机构在录"),
            "promoted-though-weak": Localized("promoted, called weak or missing", "扶持，但文献称其弱或缺失"),
            "strong-not-promoted": Localized(
                "called strong, no policy on record names it", "文献称其强，但无政策点名"),
        ]
        return Table(
            "imbalances", Localized("Where promotion and record do not match", "扶持与现状不符之处"),
            columns: [
                .words("sector", "Sector", "产业"), .words("place", "Place", "地区"),
                .words("kind", "What does not match", "不符之处"),
            ],
            rows: result.imbalances.map { found in
                let standing = result.sectors.first { $0.segment == found.segment }?.standings
                    .first { $0.place == found.place }
                let records = model.records(
                    ids: ((standing?.policies ?? []).map(\.text) + (standing?.assessments ?? []).map(\.text)))
                return [
                    model.linkCell(found.segment.text), model.linkCell(found.place.text),
                    .text(
                        words[found.kind] ?? Localized(same: found.kind),
                        origin: .combined(records.map(\.origin), atBest: .counted)),
                ]
            })
    }

    private func contest(_ contest: Result.Contest, _ model: EcosystemModel) -> Note {
        let names = Localized.joined(contest.claimants.map { model.name(of: $0.text) })
        let fund = model.name(of: contest.policy.text)
        let relations = model.all(Relation.self, where: "predicate", is: "claims_fund")
            .filter { $0.object == contest.policy.text }
        return Note(
            contest.claimants.count > 1 ? .warning : .note,
            contest.claimants.count > 1
                ? Localized(
                    "\(fund.en) is sought by \(contest.claimants.count)",
                    "\(fund.zh)由 \(contest.claimants.count) 方争取")
                : Localized("\(fund.en) is sought by one", "\(fund.zh)由一方争取"),
            names, origin: .combined(relations.map(\.record.origin), atBest: .stated))
    }

    private func compared(_ other: EcosystemModel, _ input: StudyInput) throws -> Note {
        let prepared = StudyInput(model: other, parameters: input.parameters)
        let found = try result(on: prepared)
        let promoted = found.sectors.filter { $0.promotion != "none" }
        let shared = promoted.filter { $0.promotion == "shared" }.count
        return Note(
            promoted.isEmpty ? .gap : .note,
            Localized("Compared: \(other.identity.title.en)", "对比：\(other.identity.title.zh)"),
            Localized(
                "\(promoted.count) sectors promoted, \(shared) of them by several places.",
                "扶持 \(promoted.count) 个产业，其中 \(shared) 个由多地扶持。"))
    }
}
