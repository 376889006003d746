import Ecosystem
import InputOutput
import Reporting

/// The answer of the study `input-output` in words, figures and tables.
struct InterIndustryPage {
    let result: InterIndustry.Result
    let table: FlowTable
    let model: EcosystemModel

    let places: [String: Int]
    /// Where computed numbers come from.
    let origin: Origin
    /// Where numbers that rest on the split of imports come from.
    let splitOrigin: Origin

    init(result: InterIndustry.Result, table: FlowTable, model: EcosystemModel) {
        self.result = result
        self.table = table
        self.model = model
        places = Dictionary(
            zip(table.sectors.map(\.text), table.sectors.indices), uniquingKeysWith: { left, _ in left })
        let note = table.about.source ?? Localized("the table “\(table.name)”", "投入产出表“\(table.name)”")
        // Whoever gave the table vouches for it where it says nothing itself.
        let basis = max(table.about.basis ?? .declared, .derived)
        origin = Origin(basis: basis, note: note)
        splitOrigin = Origin(
            basis: table.importedFlows == nil ? basis : max(basis, table.about.importsBasis ?? basis),
            note: note)
    }

    /// The unit of money for readers.
    var unit: Localized { table.about.unit ?? Localized("the table's unit", "表内单位") }

    /// The name of a sector, a use or an account by its label.
    func name(_ label: String) -> Localized {
        places[label].map { table.about.name(of: table.sectors[$0]) } ?? table.about.sectorNames[label]
            ?? Localized(same: label)
    }

    /// The name of a sector's product by its label, wherever it is made.
    func product(_ label: String) -> Localized {
        guard let place = places[label] else { return name(label) }
        return table.about.name(of: FlowTable.Label(sector: table.sectors[place].sector))
    }

    /// A sector's measures by its label.
    func measures(_ label: String) -> InterIndustry.Sector? { places[label].map { result.sectors[$0] } }

    /// The title: the chains that are told.
    var title: Localized {
        let names = Localized.joined(result.chains.map { name($0.sector) })
        return names.en.isEmpty
            ? Localized("Input-output: linkages", "投入产出：关联")
            : Localized("Input-output: the chain of \(names.en)", "投入产出：\(names.zh)的链条")
    }

    /// The answer in one sentence.
    var answer: Localized {
        guard let chain = result.chains.first, let sector = measures(chain.sector) else {
            return Localized("The table has no sector to tell of.", "表中没有可讲述的部门。")
        }
        let name = name(chain.sector)
        let multiplier = sector.columnMultiplier.words(decimals: 2)
        let lost = (sector.extractionLossBackward / max(result.table.output, .leastNormalMagnitude))
            .percentWords()
        var en =
            "One unit of final demand for \(name.en) calls up \(multiplier) units of output; if it bought nothing, \(lost.en) of "
            + "all output would be lost"
        var zh = "对\(name.zh)每增加一单位最终需求，带动产出 \(multiplier) 单位；若其停止采购，全部产出将损失 \(lost.zh)"
        if let first = chain.suppliers.first(where: { $0.sector != chain.sector }) {
            let from = self.name(first.sector)
            let part = first.share.percentWords()
            en += "; its largest supplier is \(from.en) with \(part.en) of its inputs"
            zh += "；最大供应部门为\(from.zh)，占其投入的 \(part.zh)"
        }
        return Localized(en + ".", zh + "。")
    }

    /// Linkages of the sectors that pull or push most, and of those whose chain is told.
    func linkageBars() -> Table {
        let order = result.sectors.indices.sorted {
            let left = result.sectors[$0].backwardLinkage + result.sectors[$0].forwardLinkageGhosh
            let right = result.sectors[$1].backwardLinkage + result.sectors[$1].forwardLinkageGhosh
            return left != right ? left > right : $0 < $1
        }
        let told = Set(result.chains.compactMap { places[$0.sector] })
        let shown = order.enumerated().filter { $0.offset < 15 || told.contains($0.element) }.map(\.element)
        return Table(
            "strongest-linkages", Localized("The strongest linkages", "关联最强的部门"),
            caption: Localized("1 is the average sector", "1 为各部门平均"),
            columns: [
                .words("sector", "Sector", "部门"), .numbers("backward", "Backward linkage", "后向关联"),
                .numbers("forward", "Forward linkage (supply)", "前向关联（供给）"),
            ],
            rows: shown.map { place in
                let sector = result.sectors[place]
                return [
                    .text(name(sector.sector)),
                    .number(sector.backwardLinkage, decimals: 3, origin: splitOrigin),
                    .number(sector.forwardLinkageGhosh, decimals: 3, origin: splitOrigin),
                ]
            })
    }

    /// Every sector in the table's order.
    func sectorTable() -> Table {
        let hasTechnique = result.sectors.contains { $0.techniqueMultiplier != nil }
        let hasImports = result.table.tellsImports
        let hasSegments = !table.about.segments.isEmpty
        var columns: [Table.Column] = [
            .words("sector", "Sector", "部门"), .numbers("output", "Output", "总产出", unit: unit),
            .numbers("multiplier", "Multiplier", "乘数"),
        ]
        if hasTechnique { columns.append(.numbers("technique", "With imports", "含进口的乘数")) }
        if hasImports { columns.append(.percent("imports", "Imports in a unit", "每单位含进口")) }
        columns += [
            .percent("value_added", "Value added in a unit", "每单位含增加值"),
            .numbers("backward", "Backward linkage", "后向关联"),
            .numbers("forward_demand", "Forward, demand", "前向（需求）"),
            .numbers("forward_supply", "Forward, supply", "前向（供给）"),
            .words("standing", "Standing", "类型"),
            .numbers("loss", "Lost if it bought nothing", "停止采购的损失", unit: unit),
        ]
        if hasSegments { columns.append(.words("segments", "Segments", "环节")) }
        return Table(
            "sectors", Localized("Multipliers, linkages and losses of every sector", "各部门的乘数、关联与损失"),
            caption: Localized(
                "In the table's order; linkages: 1 is the average sector", "按表中次序；关联系数以 1 为平均"),
            columns: columns,
            rows: result.sectors.enumerated().map { place, sector in
                var row: [Cell] = [
                    .text(name(sector.sector)), .number(sector.output, decimals: 0, origin: origin),
                    .number(sector.columnMultiplier, decimals: 3, origin: splitOrigin),
                ]
                if hasTechnique {
                    row.append(
                        sector.techniqueMultiplier.map { .number($0, decimals: 3, origin: origin) }
                            ?? .unknown)
                }
                if hasImports { row.append(.percent(sector.importContent, origin: splitOrigin)) }
                row += [
                    .percent(sector.valueAddedContent, origin: splitOrigin),
                    .number(sector.backwardLinkage, decimals: 3, origin: splitOrigin),
                    .number(sector.forwardLinkageLeontief, decimals: 3, origin: splitOrigin),
                    .number(sector.forwardLinkageGhosh, decimals: 3, origin: splitOrigin),
                    .text(Self.words(standing: sector.standing)),
                    .number(sector.extractionLossBackward, decimals: 0, origin: splitOrigin),
                ]
                if hasSegments {
                    row.append(
                        model.linksCell((table.about.segments[table.sectors[place].sector] ?? []).map(\.text))
                    )
                }
                return row
            })
    }

    /// Accounts by region: where they arise and whose demand causes them.
    func accountTable() -> Table {
        Table(
            "accounts", Localized("Accounts by region of production and of final demand", "按生产地和最终需求地的账户"),
            caption: Localized(
                "Over all regions production and consumption add up to the same", "各地区生产合计等于消费合计"),
            columns: [
                .words("account", "Account", "账户"), .words("region", "Region", "地区"),
                .numbers("production", "Arises here", "产生于此"),
                .numbers("consumption", "Caused by demand here", "由此地需求引起"),
                .numbers("imports", "Of it elsewhere", "其中在外地"),
                .numbers("exports", "Caused by demand elsewhere", "由外地需求引起"),
            ],
            rows: result.accounts.flatMap { account in
                account.regions.map { region in
                    [
                        .text(name(account.account)), .text(name(region.region)),
                        .number(region.production, decimals: 2, origin: origin),
                        .number(region.consumption, decimals: 2, origin: origin),
                        .number(region.imports, decimals: 2, origin: origin),
                        .number(region.exports, decimals: 2, origin: origin),
                    ]
                }
            })
    }

    /// What the table is, and what is odd about it.
    func tableNotes() -> [Note] {
        var notes: [Note] = []
        if let title = table.about.title {
            notes.append(Note(.note, title, table.about.source, origin: origin))
        }
        // In a table of several regions what is bought elsewhere stands among the flows.
        if !result.table.tellsImports, result.table.regions.isEmpty {
            notes.append(
                Note(
                    .gap, Localized("The table does not tell imported inputs apart", "此表未区分进口投入"),
                    Localized(
                        "Multipliers hold them as if they were made at home and are too high where much is imported",
                        "乘数把进口投入当作国内生产，进口较多的部门因而偏高")))
        }
        if result.table.valueAddedIsResidual {
            notes.append(
                Note(
                    .note, Localized("The table gives no value added", "此表未给出增加值"),
                    Localized("It is taken as output less inputs", "取总产出减各项投入")))
        }
        notes += result.findings.compactMap { finding in
            guard let kind = TableBalance.Kind(rawValue: finding.kind) else { return nil }
            let words = InterIndustry.words(
                kind: kind, sectors: finding.sectors.map { name($0) }, worst: finding.worst)
            return Note(
                finding.weight == "warning" ? .warning : .note,
                words)
        }
        return notes
    }

    static func words(standing: String) -> Localized {
        switch Linkages.Standing(rawValue: standing) {
        case .key: Localized("key: pulls and pushes", "关键：拉动与推动均强")
        case .backward: Localized("pulls", "拉动型")
        case .forward: Localized("pushes", "推动型")
        case .weak, nil: Localized("weakly tied", "关联较弱")
        }
    }
}
