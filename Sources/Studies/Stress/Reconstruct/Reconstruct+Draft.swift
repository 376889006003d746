import Ecosystem
import Reporting

extension Reconstruct {
    /// Lays the network out: what it rests on, what it looks like, how well it fits.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let page = ReconstructPage(result, input.model)
        let blocks: [Block] =
            [
                .figures(page.figures), .note(page.label), .table(page.assumptions), .table(page.segments),
                .picture(page.trade), .picture(page.degrees), .table(page.fit),
            ] + page.notes.map { .note($0) } + [.method(Self.method)]
        return ReportDraft(title: description.title, answer: page.answer, blocks: blocks, seed: result.seed)
    }
}

/// The blocks of an answer about a reconstructed network.
struct ReconstructPage {
    private let result: Reconstruct.Result
    private let model: EcosystemModel
    private let origin: Origin
    private let money: Localized

    init(_ result: Reconstruct.Result, _ model: EcosystemModel) {
        self.result = result
        self.model = model
        money = result.unit
        let stated = result.assumptions.map(\.origin)
        origin = Origin(
            basis: .synthetic, paragraphs: stated.flatMap(\.paragraphs), records: stated.flatMap(\.records),
            note: Localized("drawn with seed \(result.seed)", "按种子 \(result.seed) 生成"))
    }

    var answer: Localized {
        Localized(
            "One of many networks that fit: \(result.firms.words) made-up firms, \(result.links.words) links; "
                + "\(result.named.count) named firms have a stand-in, and \(result.namedLinks) named links are kept.",
            "众多符合条件的网络之一：\(result.firms.words) 家合成企业、\(result.links.words) 条连线；"
                + "\(result.named.count) 家具名企业各有替身，保留 \(result.namedLinks) 条具名连线。")
    }

    private func number(_ value: Double, _ decimals: Int = 1) -> Cell {
        Cell(.number(FigureNumber(value, decimals: decimals)), origin: origin)
    }

    var figures: [Figure] {
        [
            Figure(Localized("Made-up firms", "合成企业"), .number(FigureNumber(result.firms)), origin: origin),
            Figure(Localized("Links", "连线"), .number(FigureNumber(result.links)), origin: origin),
            Figure(
                Localized("Suppliers of a firm", "每家供应商数"),
                .number(FigureNumber(result.fit.suppliers.mean, decimals: 1)), origin: origin),
            Figure(
                Localized("Trade in the network", "网络内贸易额"),
                .number(FigureNumber(result.fit.drawnTrade, decimals: 0)),
                unit: money, origin: origin),
        ]
    }

    var label: Note {
        Note(
            .synthetic, Localized("Every firm and every link is made up", "所有企业与连线均为合成"),
            Localized(
                "The numbers of firms, the named firms and links and the national coefficients are on record; all else is assumed and drawn. "
                    + "Say nothing of a real firm from it.",
                "企业数量、具名企业与连线、全国系数有据可查，其余均为假设与抽取。不可据此评说真实企业。"), origin: origin)
    }

    var assumptions: Table { .assumptions(result.assumptions) }

    private func name(_ id: String) -> Cell {
        model.linkCell(id)
    }

    var segments: Table {
        Table(
            "segments", Localized("By segment", "按环节"),
            columns: [
                .words("segment", "Segment", "环节"), .numbers("firms", "Firms", "企业"),
                .numbers("output", "Output", "产出", unit: money),
                .numbers("sales", "Sales in the network", "网络内销售", unit: money),
                .numbers("purchases", "Purchases in the network", "网络内采购", unit: money),
            ],
            rows: result.segments.filter { $0.firms > 0 }.map { segment in
                [
                    name(segment.id), .number(segment.firms, origin: origin), number(segment.output),
                    number(segment.sales), number(segment.purchases),
                ]
            })
    }

    var trade: Picture {
        func label(_ id: String) -> Cell { .text(model.name(of: id)) }
        let table = Table(
            "trade", Localized("Trade between places", "地区间贸易"),
            columns: [
                .words("from", "From", "供应地"), .words("to", "To", "采购地"),
                .numbers("value", "Value", "金额", unit: money),
            ],
            rows: result.trade.map { [label($0.from), label($0.to), number($0.value, 2)] })
        return Picture(.heatmap(row: "from", column: "to", value: "value"), table)
    }

    var degrees: Picture {
        let table = Table(
            "degrees", Localized("Links by rank", "按名次的连线数"),
            caption: Localized(
                "the firm with most suppliers has rank 1, that with most customers too", "供应商最多者与客户最多者名次均为 1"),
            columns: [
                .numbers("rank", "Rank", "名次"), .numbers("suppliers", "Suppliers", "供应商"),
                .numbers("customers", "Customers", "客户"),
            ],
            rows: result.degrees.map { row in row.map { .number($0, origin: origin) } })
        return Picture(.series(time: "rank", values: ["suppliers", "customers"], group: nil), table)
    }

    var fit: Table {
        let fit = result.fit
        func row(_ en: String, _ zh: String, _ asked: Cell, _ drawn: Cell) -> [Cell] {
            [.text(Localized(en, zh)), asked, drawn]
        }
        let none = Cell.text(Localized("–", "–"))
        return Table(
            "fit", Localized("How well it fits", "拟合情况"),
            caption: Localized(
                "over all seeds, what every firm buys of every sector is met exactly; one network misses some",
                "在所有种子上平均，每家企业向各部门的采购恰好满足；单个网络有偏差"),
            columns: [
                .words("measure", "Measure", "指标"), .numbers("asked", "Asked", "要求"),
                .numbers("drawn", "Drawn", "所得"),
            ],
            rows: [
                row("links", "连线", number(fit.wantedLinks, 0), .number(fit.links, origin: origin)),
                row(
                    "links expected over seeds", "期望连线", number(fit.wantedLinks, 0),
                    number(fit.expectedLinks, 1)),
                row("trade, \(money.en)", "贸易额（\(money.zh)）", number(fit.askedTrade), number(fit.drawnTrade)),
                row(
                    "largest miss of a segment's purchases, % of all trade", "单一环节采购最大偏差（占总贸易 %）", none,
                    number(fit.worstSegment * 100, 2)),
                row(
                    "largest miss of a group's expected sales, %", "单组企业期望销售最大偏差（%）", none,
                    number(fit.worstSales * 100, 6)),
                row(
                    "suppliers: median; most", "供应商数：中位；最多", number(fit.suppliers.median, 0),
                    number(fit.suppliers.largest, 0)),
                row(
                    "customers: median; most", "客户数：中位；最多", number(fit.customers.median, 0),
                    number(fit.customers.largest, 0)),
                row(
                    "firms without supplier; without customer", "无供应商；无客户的企业",
                    .number(fit.withoutSupplier, origin: origin),
                    .number(fit.withoutCustomer, origin: origin)),
                row(
                    "sectors firms cannot do without: all; without a supplier", "企业离不开的部门：合计；没有供应商",
                    .number(fit.needs, origin: origin), .number(fit.needsWithoutSupplier, origin: origin)),
                row(
                    "links whose reverse is there, % (asked: by chance)", "互为供应的连线（%，要求栏为随机值）",
                    number(fit.density * 100, 2),
                    number(fit.reciprocity * 100, 2)),
                row(
                    "output of the largest 1 % of firms, %", "最大 1% 企业的产出占比（%）", none,
                    number(fit.topHundredth * 100, 1)),
                row(
                    "firms that sell more than was planned", "销售超过计划的企业", none,
                    .number(fit.oversold, origin: origin)),
            ])
    }

    var notes: [Note] {
        var notes: [Note] = []
        let elsewhere = result.findings.filter { $0.code == "bought-elsewhere" }
        if !elsewhere.isEmpty {
            notes.append(
                Note(
                    .note,
                    Localized(
                        "Of \(elsewhere.count) segments more is asked than their firms here make",
                        "\(elsewhere.count) 个环节的需求超过本地企业产出"),
                    Localized("the rest is bought elsewhere", "其余向外采购"), origin: origin))
        }
        let alone = result.findings.filter { $0.code == "isolated-sector" }.compactMap(\.segment)
        if !alone.isEmpty {
            let names = alone.map(model.name(of:))
            notes.append(
                Note(
                    .note, Localized("Segments that trade with nobody here", "在本地没有贸易往来的环节"),
                    Localized(
                        names.map(\.en).joined(separator: ", "), names.map(\.zh).joined(separator: "、")),
                    origin: origin))
        }
        if result.findings.contains(where: { $0.code == "too-many-links" }) {
            notes.append(
                Note(
                    .warning,
                    Localized("More links are asked than there are pairs that may trade", "要求的连线多于可贸易的企业对")))
        }
        if result.findings.contains(where: { $0.code == "more-links-for-needs" }) {
            notes.append(
                Note(
                    .warning,
                    Localized(
                        "More links were drawn than were asked", "抽取的连线多于要求"),
                    Localized(
                        "Main suppliers of essential inputs leave less than a tenth of the links for all other inputs. "
                            + "Ask for more suppliers of a firm (mean-suppliers), or take fewer inputs as essential (essential-from).",
                        "必需投入的主供应商几乎占满了要求的连线，其他投入所剩不到一成。可提高平均供应商数（mean-suppliers），或提高必需投入的系数下限（essential-from）。"
                    )))
        }
        if result.findings.contains(where: { $0.code == "no-jobs" }) {
            notes.append(
                Note(
                    .gap, Localized("Jobs are not known", "就业未知"),
                    Localized(
                        "The table gives the pay of employees (column compensation). With the yearly pay of a job (parameter pay) jobs follow; no document here states it.",
                        "投入产出表给出劳动者报酬（compensation 列）。填写每个岗位年报酬（参数 pay）即可推算就业；此处文献未给出该值。")))
        }
        return notes
    }
}
