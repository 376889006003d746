import Ecosystem
import Reporting

/// A report made by hand that holds every kind of block, cell, basis and note. Its numbers are made up.
enum SampleReport {
    static let zero = String(repeating: "0", count: 64)

    static func origin(
        _ basis: Basis, _ paragraphs: [String] = ["d1.p2"], records: [String] = [],
        state: FactState = .actual,
        note: Localized? = nil
    ) -> Origin {
        Origin(basis: basis, state: state, paragraphs: paragraphs, records: records, note: note)
    }

    static let sources = SourceDirectory(
        documents: [
            SourceDirectory.Document(
                id: "d1", title: Localized("Parts of a sample car", "样车零部件"), date: "2025-03-20"),
            SourceDirectory.Document(id: "d2", title: Localized("Sample clusters", "示例集群")),
        ],
        paragraphs: [
            SourceDirectory.Paragraph(
                id: "d1.p2", document: "d1", section: Localized("Supply", "供应"),
                topic: Localized("share from the region", "区域内占比")),
            SourceDirectory.Paragraph(
                id: "d1.p3", document: "d1", topic: Localized("named components", "点名部件")),
            SourceDirectory.Paragraph(id: "d2.p1", document: "d2"),
        ])

    static let figures: [Figure] = [
        Figure(
            Localized("Components from the region", "部件来自本区域"), .number(FigureNumber(22, decimals: 0)),
            unit: Localized(same: "%"), period: Localized(same: "2025"),
            origin: origin(.stated, records: ["in.0061"], note: Localized("split not printed", "分地区比例未印"))),
        Figure(
            Localized("Output", "产量"), .number(FigureNumber(1_234_567.5, decimals: 1, qualifier: ">=")),
            unit: Localized("vehicles", "辆"), origin: origin(.derived, ["d1.p2", "d2.p1"])),
        Figure(Localized("Capacity", "产能"), .missing(Localized("not printed", "未印"))),
        Figure(
            Localized("Largest park", "最大园区"),
            .links([Cell.Link(Localized("North Park", "北园"), kind: .park, id: "pk.north")]),
            origin: origin(.counted, ["d2.p1"], state: .planned)),
    ]

    static let components = Table(
        "components", Localized("Named components", "点名的部件"),
        caption: Localized("Candidates have a record in the segment", "候选：有该环节记录的企业"),
        columns: [
            Table.Column("component", Localized("Component", "部件")),
            Table.Column("region", Localized("From", "来自")),
            Table.Column("share", Localized("Share", "份额"), unit: Localized(same: "%"), kind: .number),
            Table.Column("firms", Localized("Candidates", "候选企业")),
        ],
        rows: [
            [
                .text(Localized("Gearbox", "变速器"), origin: origin(.stated, ["d1.p3"], records: ["pc.05"])),
                Cell(.links([Cell.Link(Localized("Tianjin", "天津"), kind: .region, id: "cn.12")])),
                .notPrinted,
                Cell(
                    .links([
                        Cell.Link(Localized("Aisin", "爱信"), kind: .organization, id: "o.aisin"),
                        Cell.Link(Localized("ZF", "采埃孚"), kind: .organization, id: "o.zf"),
                    ]), origin: origin(.counted, [], records: ["ac.1", "ac.2"])),
            ],
            [
                .text(Localized("Seat system", "座椅系统"), origin: origin(.general, [])),
                .text(Localized("=1+1 <b>", "=1+1 <b>")),
                .number(12.345, decimals: 2, origin: origin(.estimated, ["unknown.p9"])),
                .noRecord,
            ],
        ])

    static let clusters = Table(
        "clusters", Localized("Half of the firms stand in one cluster", "一个集群占一半企业"),
        caption: Localized("firms, by cluster", "企业数，按集群"),
        columns: [
            Table.Column("name", Localized("Cluster", "集群")),
            Table.Column("firms", Localized("Firms", "企业"), unit: Localized("count", "家"), kind: .number),
        ],
        rows: [
            [.text("A"), .number(1_200, origin: origin(.stated, ["d2.p1"]))],
            [
                .text("B"),
                Cell(.number(FigureNumber(600, decimals: 0, qualifier: "~")), origin: origin(.inferred)),
            ],
            [.text("C"), .unknown],
        ])

    static let report = Report(
        study: "local-content", version: "1", title: Localized("Local content of a sample car", "样车的本地配套率"),
        answer: Localized(
            "22 % of the components come from the region; two are named, one with candidates.",
            "部件的 22% 来自本区域；点名 2 种，其中 1 种有候选企业。"),
        package: PackageStamp(
            id: "sample", title: Localized("Sample region", "示例区域"), version: "1.0.0", fingerprint: zero),
        compared: [
            PackageStamp(
                id: "other", title: Localized("Other region", "另一区域"), version: "2.0.0", fingerprint: zero)
        ],
        scenario: "Without North Park", parameters: ["product": "pr.sample", "candidates": "5"], seed: 7,
        result: .object(["product": .string("pr.sample"), "share": .number(0.22), "firms": .null]),
        blocks: [
            .figures(figures),
            .picture(Picture(.bars(name: "name", values: ["firms"]), clusters, highlight: "A")),
            .heading(Localized("Components", "部件")), .table(components),
            .note(
                Note(
                    .gap, Localized("No shares are printed", "没有印份额"),
                    Localized("Concentration cannot be judged.", "不能据此判断集中度。"))),
            .note(
                Note(
                    .warning, Localized("“Gearbox” is likely a reducer", "“变速器”更可能是减速器"),
                    origin: origin(.corrected, ["d1.p3"], records: ["am.51"]))),
            .note(Note(.error, Localized("Two documents differ", "两份文献不一致"))),
            .note(Note(.note, Localized("Counted by kind", "按种类计"))),
            .note(
                Note(
                    .synthetic, Localized("Values are constructed", "数值为构造"),
                    origin: origin(.synthetic, [], records: ["x.1"]))),
            .method(
                Method(
                    Localized("Components from the region over all components.", "区域内部件数除以部件总数。"),
                    formula: "share = Σ inside ÷ Σ all", literature: ["Sample (2024), Local content, p. 3"],
                    limits: Localized("By kind, not by value.", "按种类，不按价值。"))),
        ],
        files: [ReportFile(name: "flows.csv", mediaType: "text/csv", bytes: [1, 2, 3])])
}
