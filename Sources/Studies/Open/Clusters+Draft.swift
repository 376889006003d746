import Ecosystem
import Reporting

extension Clusters {
    /// Lays the comparison out: the answer, shares as bars, the table, what the printed ratio does not say.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let model = input.model
        guard !result.clusters.isEmpty else {
            return ReportDraft(
                title: description.title,
                answer: Localized(
                    "This package has no region of the level “cluster” and names no places to compare.",
                    "此数据包没有层级为“集群”的地区，也没有指定所比较的地区。"),
                blocks: [.method(Clusters.method)])
        }
        var blocks: [Block] = []
        if let home = result.clusters.first(where: { $0.id == result.home }) ?? result.clusters.first {
            blocks.append(.figures(figures(home, of: result, in: model)))
        }
        blocks.append(
            .picture(
                Picture(
                    .bars(name: "cluster", values: ["vehicle_share", "parts_share"]),
                    table(result.clusters, in: model), highlight: result.home?.text)))
        blocks.append(.table(makers(result.clusters, in: model)))
        blocks += notes(result, in: model).map(Block.note)
        if let compared = compareTable(result, input) { blocks.append(.table(compared)) }
        blocks.append(.method(Clusters.method))
        return ReportDraft(title: description.title, answer: answer(result, in: model), blocks: blocks)
    }

    private func answer(_ result: Result, in model: EcosystemModel) -> Localized {
        let count = result.clusters.filter { $0.vehicleCompanies != nil }.count
        let chosen = result.clusters.first { $0.id == result.home } ?? result.clusters.first
        guard let chosen, let makers = chosen.vehicleCompanies else {
            return Localized(
                "\(result.clusters.count.words) clusters are on record; no count of vehicle companies is printed for them.",
                "记录中有 \(result.clusters.count.words) 个集群，整车企业数未印。")
        }
        let name = model.name(of: chosen.id.text)
        let rank = chosen.vehicleRank ?? 1
        let parts = chosen.partsCompanies.map { figure in
            Localized(
                "; \(figure.words()) parts firms, rank \(chosen.partsRank ?? 1)",
                "；零部件企业 \(figure.words()) 家，居第 \(chosen.partsRank ?? 1) 位")
        }
        return Localized(
            "\(name.en): \(makers.words()) vehicle companies, rank \(rank) of \(count) clusters"
                + (parts?.en ?? "") + ".",
            "\(name.zh)有整车企业 \(makers.words()) 家，在 \(count) 个集群中居第 \(rank) 位" + (parts?.zh ?? "") + "。")
    }

    private func figures(_ cluster: Result.Cluster, of result: Result, in model: EcosystemModel) -> [Figure] {
        let name = model.name(of: cluster.id.text)
        func figure(_ en: String, _ zh: String, _ definition: IndicatorDefinitionID) -> Figure {
            let label = Localized("\(en), \(name.en)", "\(name.zh)\(zh)")
            guard let found = FigureIndex(model, definition).figure(of: cluster.id.text) else {
                return Figure(label, Cell.notPrinted.value)
            }
            return Figure(
                label, found.cell.value, unit: found.printed?.unit.label, period: found.periodWords,
                origin: found.origin)
        }
        return [
            figure("Vehicle companies", "整车企业", Vocabulary.vehicleCompanies),
            figure("Parts companies", "零部件企业", Vocabulary.partsCompanies),
            figure("Printed ratio, base not printed", "原文比值（基数未印）", Vocabulary.ratio),
        ]
    }

    private func table(_ clusters: [Result.Cluster], in model: EcosystemModel) -> Table {
        let vehicles = FigureIndex(model, Vocabulary.vehicleCompanies)
        let parts = FigureIndex(model, Vocabulary.partsCompanies)
        let ratios = FigureIndex(model, Vocabulary.ratio)
        let isUndated = clusters.allSatisfy { vehicles.figure(of: $0.id.text)?.lastYear == nil }
        let sums = [vehicles, parts].map { index in
            Origin.combined(clusters.compactMap { index.figure(of: $0.id.text)?.origin })
        }
        return Table(
            "clusters", Localized("Firms of the clusters as printed", "各集群企业数（原文）"),
            caption: isUndated ? Localized("Years of the counts are not printed", "各项家数未印年份") : nil,
            columns: [
                .words("cluster", "Cluster", "集群"),
                .numbers("vehicles", "Vehicle companies", "整车企业", unit: Localized("companies", "家")),
                .percent("vehicle_share", "Part of their sum", "占整车企业合计"),
                .numbers("parts", "Parts companies", "零部件企业", unit: Localized("companies", "家")),
                .percent("parts_share", "Part of the parts sum", "占零部件企业合计"),
                .numbers("ratio", "Ratio as printed", "原文比值", unit: Localized("base not printed", "基数未印")),
            ],
            rows: clusters.map { cluster in
                let id = cluster.id.text
                return [
                    model.linkCell(id), vehicles.figure(of: id)?.cell ?? .notPrinted,
                    .percent(cluster.vehicleShare, origin: cluster.vehicleShare.map { _ in sums[0] }),
                    parts.figure(of: id)?.cell ?? .notPrinted,
                    .percent(cluster.partsShare, origin: cluster.partsShare.map { _ in sums[1] }),
                    ratios.figure(of: id)?.cell ?? .notPrinted,
                ]
            })
    }

    private func makers(_ clusters: [Result.Cluster], in model: EcosystemModel) -> Table {
        let core = model.all(Relation.self, where: "predicate", is: Vocabulary.core)
        let tree = RegionTree(model)
        func named(_ kinds: Set<String>, in region: RegionID) -> Cell {
            let found = Clusters.makers(kinds, in: region, of: model, tree)
            return found.isEmpty ? .noRecord : .number(found.count, origin: .counted(found.map(\.record)))
        }
        return Table(
            "makers", Localized("Core makers and members", "核心企业与成员地区"),
            caption: Localized(
                "Named firms are those on record, not the printed count", "具名企业为记录中的企业，不等于原文所印家数"),
            columns: [
                .words("cluster", "Cluster", "集群"), .words("core", "Core makers", "核心整车企业"),
                .words("inside", "Leading in a member region", "成员地区的龙头"),
                .words("members", "Members", "成员地区"),
                .numbers("named_vehicle", "Vehicle makers on record", "具名整车企业"),
                .numbers("named_parts", "Parts makers on record", "具名零部件企业"),
            ],
            rows: clusters.map { cluster in
                let origins = core.filter { relation in
                    (cluster.coreMakers + cluster.leadersInside).contains { $0.text == relation.subject }
                }
                let origin = Origin.combined(origins.map(\.origin), atBest: .stated)
                return [
                    model.linkCell(cluster.id.text),
                    model.linksCell(cluster.coreMakers.map(\.text), origin: origin),
                    model.linksCell(cluster.leadersInside.map(\.text), origin: origin),
                    model.linksCell(cluster.members.map(\.text)),
                    named(Vocabulary.vehicleMakers, in: cluster.id),
                    named(Vocabulary.partsMakers, in: cluster.id),
                ]
            })
    }

    private func notes(_ result: Result, in model: EcosystemModel) -> [Note] {
        var notes: [Note] = []
        let ids = Set(result.clusters.flatMap(\.corrections).map(\.text)).sorted()
        notes += model.records(ids: ids).map(\.correctionNote)
        if let note = ratioNote(result, in: model) { notes.append(note) }
        let missing = result.clusters.filter { $0.vehicleCompanies == nil || $0.partsCompanies == nil }
        if !missing.isEmpty {
            let names = Localized.joined(missing.map { model.name(of: $0.id.text) })
            notes.append(
                Note(
                    .gap, Localized("Counts of firms are not printed for some clusters", "部分集群的企业数未印"),
                    names))
        }
        return notes
    }

    /// That the printed ratio is something else than firms over firms, shown on the first cluster where it is.
    private func ratioNote(_ result: Result, in model: EcosystemModel) -> Note? {
        for cluster in result.clusters {
            guard let makers = cluster.vehicleCompanies, makers > 0, let parts = cluster.partsCompanies,
                let printed = cluster.ratioPrinted, printed.interval?.contains(parts / makers) == false
            else { continue }
            let name = model.name(of: cluster.id.text)
            let sum = "\(parts.words()) ÷ \(makers.words()) = \((parts / makers).words())"
            return Note(
                .note,
                Localized(
                    "The printed ratio is not parts firms over vehicle companies", "原文比值不是零部件企业数除以整车企业数"),
                Localized(
                    "\(name.en): \(sum), printed is \(printed.digitsText). It is kept as printed and never recomputed.",
                    "\(name.zh)：\(sum)，原文为 \(printed.digitsText)。此处照录原文，不重新计算。"),
                origin: Origin(basis: .derived, records: cluster.figures.map(\.text)))
        }
        return nil
    }

    private func compareTable(_ result: Result, _ input: StudyInput) -> Table? {
        guard !result.compare.isEmpty else { return nil }
        var rows: [[Cell]] = []
        let packages = [(input.model, result.clusters)] + zip(input.others, result.compare.map(\.clusters))
        for (model, clusters) in packages {
            let vehicles = FigureIndex(model, Vocabulary.vehicleCompanies)
            let parts = FigureIndex(model, Vocabulary.partsCompanies)
            let ratios = FigureIndex(model, Vocabulary.ratio)
            for cluster in clusters {
                let id = cluster.id.text
                rows.append([
                    .text(model.identity.title), .text(model.name(of: id)),
                    vehicles.figure(of: id)?.cell ?? .notPrinted, parts.figure(of: id)?.cell ?? .notPrinted,
                    ratios.figure(of: id)?.cell ?? .notPrinted,
                ])
            }
        }
        return Table(
            "compare", Localized("The same figures in the compared packages", "各数据包的同一数字"),
            columns: [
                .words("package", "Package", "数据包"), .words("cluster", "Cluster", "集群"),
                .numbers("vehicles", "Vehicle companies", "整车企业"),
                .numbers("parts", "Parts companies", "零部件企业"),
                .numbers("ratio", "Ratio as printed", "原文比值"),
            ], rows: rows)
    }
}
