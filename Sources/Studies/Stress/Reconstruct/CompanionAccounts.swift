import Ecosystem
import Kernels
import Reconstruction
import Reporting

/// What the table says of what a segment makes, beside its inputs from here: value added, pay, taxes, what comes from abroad.
///
/// The table's accounts are on record; that a segment's firms are like all firms of its sector in the country is assumed.
struct CompanionAccounts: Sendable {
    /// An account of the table that firms get a column of.
    private struct Account: Sendable {
        var column: String
        /// By segment: the part of output that it is.
        var parts: [Double]
    }

    /// What money is counted in.
    let money: SupplyNetwork.Money
    private let accounts: [Account]
    /// By segment: the part of its product that the users here buy abroad; `nil` where the table does not tell.
    private let abroad: [Double?]
    /// By segment: the sector of the table.
    private let sectorNames: [Localized]
    private let basis: Basis?
    private let pay: Double?

    /// Names of accounts in the table, and the columns that they give.
    private static let known = [
        ("Value added", "value_added"), ("Compensation of employees", "compensation"),
        ("Net taxes on production", "tax"),
    ]

    init(
        _ table: FlowTable, _ chain: CompanionSegments, _ groups: [ReconstructionTargets.Group],
        _ values: ParameterValues
    ) {
        let output = table.output
        money = .init(
            unit: table.about.unit ?? Localized("units of the table", "表中单位"), scale: table.about.scale)
        pay = values.number("pay")
        accounts = Self.known.compactMap { name, column in
            guard let row = table.account(name) else { return nil }
            let parts = chain.sectorOfSegment.map { sector in
                output[sector] > 0 ? row[row.startIndex + sector] / output[sector] : 0
            }
            return Account(column: column, parts: parts)
        }
        sectorNames = chain.sectorOfSegment.map { table.about.name(of: table.sectors[$0]) }
        basis = table.about.importsBasis ?? table.about.basis
        var made = [Double](repeating: 0, count: chain.segments.count)
        for group in groups { made[group.sector] += group.output }
        let width = table.sectors.count
        abroad = chain.segments.indices.map { input in
            guard let imported = table.importedFlows else { return nil }
            var (foreign, all) = (CompensatedSum(), CompensatedSum())
            for user in chain.segments.indices {
                let sector = chain.sectorOfSegment[user]
                guard output[sector] > 0 else { continue }
                let cell = chain.sectorOfSegment[input] * width + sector
                foreign.add(made[user] * imported[cell] / output[sector])
                all.add(made[user] * (imported[cell] + table.flows[cell]) / output[sector])
            }
            return all.value > 0 ? foreign.value / all.value : nil
        }
    }

    /// The columns of firms with these revenues and segments; jobs where a pay is given.
    func columns(_ revenue: [Double], _ segmentOfFirm: [Int32]) -> [SupplyNetwork.FirmColumn] {
        var columns = accounts.map { account in
            SupplyNetwork.FirmColumn(
                name: account.column,
                values: zip(revenue, segmentOfFirm).map { $0 * account.parts[Int($1)] })
        }
        if let pay, let scale = money.scale, let paid = columns.first(where: { $0.name == "compensation" }) {
            columns.append(.init(name: "jobs", values: paid.values.map { $0.map { $0 * scale / pay } }))
        }
        return columns
    }

    /// What comes from abroad, for segments in an order of their own; `nil` where the table does not tell.
    func imports(of segments: [Int]) -> SupplyNetwork.Imports? {
        let shares = segments.map { abroad[$0] }
        guard shares.contains(where: { $0 != nil }) else { return nil }
        return .init(shares: shares, counted: segments.map { sectorNames[$0] }, basis: basis)
    }

    /// Whether firms have jobs.
    var hasJobs: Bool {
        pay != nil && money.scale != nil && accounts.contains { $0.column == "compensation" }
    }

    /// What was taken from the table, and what was assumed.
    func assumptions(_ table: FlowTable) -> [CompanionPlan.Assumption] {
        var found: [CompanionPlan.Assumption] = []
        func percent(_ parts: [Double]) -> Localized {
            let low = NumberWording.text(FigureNumber((parts.min() ?? 0) * 100, decimals: 1))
            let high = NumberWording.text(FigureNumber((parts.max() ?? 0) * 100, decimals: 1))
            return Localized(same: low == high ? "\(low)%" : "\(low)–\(high)%")
        }
        let like = Localized(
            "by segment, as in its sector of the table \(table.name); that firms here are like the country's is assumed",
            "按环节取表 \(table.name) 中所属部门的比例；假设本地企业与全国相同")
        let titles = [
            "value_added": Localized("Value added, part of output", "增加值占产出"),
            "compensation": Localized("Pay of employees, part of output", "劳动者报酬占产出"),
            "tax": Localized("Net taxes on production, part of output", "生产税净额占产出"),
        ]
        for account in accounts {
            found.append(
                .init(
                    id: account.column, label: titles[account.column] ?? Localized(same: account.column),
                    value: percent(account.parts), origin: Origin(basis: .estimated), why: like))
        }
        let shares = abroad.compactMap(\.self)
        if !shares.isEmpty {
            found.append(
                .init(
                    id: "imports", label: Localized("Part bought abroad, by segment", "境外采购比例（按环节）"),
                    value: percent(shares), origin: Origin(basis: max(basis ?? .estimated, .estimated)),
                    why: Localized(
                        "imports of the segment's sector over all of its use here; a sector is wider than a segment, and the split of imports over uses is an estimate",
                        "所属部门进口占本地使用的比例；部门宽于环节，且进口在各用途间的拆分为估计")))
        }
        if hasJobs, let pay {
            found.append(
                .init(
                    id: "pay", label: Localized("Yearly pay of a job", "每个岗位年报酬"),
                    value: Localized(
                        "\(NumberWording.text(FigureNumber(pay, decimals: 0))) yuan",
                        "\(NumberWording.text(FigureNumber(pay, decimals: 0))) 元"),
                    origin: Origin(basis: .estimated), why: Localized("as asked", "按提问设定")))
        }
        return found
    }
}
