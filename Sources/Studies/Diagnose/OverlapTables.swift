import Ecosystem
import Reporting

/// The tables and pictures of the study `overlap`.
struct OverlapTables {
    let result: Overlap.Result
    let input: StudyInput
    let first: Localized
    let second: Localized

    init(_ result: Overlap.Result, _ input: StudyInput) {
        self.result = result
        self.input = input
        func name(_ side: Overlap.Result.Side?) -> Localized {
            side.map { input.model.name(of: $0.id) } ?? Localized(same: "–")
        }
        (first, second) = (name(result.first), name(result.second))
    }

    /// What features on record rest on: the two and their sites; words of cargo are inferred.
    private var origin: Origin {
        guard result.source == "package" else {
            return Origin(
                basis: input.givenBasis,
                note: Localized(
                    "computed from the matrix given as \(input.supplied?.name ?? "")",
                    "由所给矩阵 \(input.supplied?.name ?? "") 计算"))
        }
        let sides = [result.first, result.second].compactMap(\.self)
        let records = input.model.records(ids: sides.flatMap { [$0.id] + $0.sites.map(\.text) })
        return .counted(records, atBest: .inferred)
    }

    /// What the hinterland by distance rests on: points of sites and a rule.
    private var distanceOrigin: Origin {
        guard result.source == "package" else { return origin }
        let sites = result.hinterland?.places.map(\.site.text) ?? []
        return .counted(
            input.model.records(ids: sites), atBest: .estimated,
            note: Localized("by great-circle distance and equal attraction", "按大圆距离与等吸引力"))
    }

    private func number(_ value: Double?, _ decimals: Int, _ origin: Origin) -> Cell {
        value.map { .number($0, decimals: decimals, origin: origin) } ?? .unknown
    }

    /// How the two stand, in words that follow their names.
    static func words(_ pattern: Overlap.Result.Pattern) -> Localized {
        switch pattern {
        case .rivals: Localized(" are alike and share a hinterland: rivals", "相似且共享腹地：竞争")
        case .partners:
            Localized(" differ and share a hinterland: room for a division of labour", "有别而共享腹地：宜分工互补")
        case .parallel: Localized(" are alike with different hinterlands: parallel", "相似而腹地不同：平行")
        case .separate: Localized(" differ and serve different hinterlands: separate", "有别且腹地不同：分立")
        case .unknown: Localized(": too little is on record to say how they stand", "：记录不足，无法判断格局")
        }
    }

    var figures: [Figure] {
        let percent = Localized(same: "%")
        func figure(_ label: Localized, _ cell: Cell, unit: Localized?, _ meaning: Localized) -> Figure {
            Figure(
                label, cell.value, unit: cell.origin == nil ? nil : unit, origin: cell.origin,
                meaning: meaning)
        }
        var figures = [
            figure(
                Localized("Similarity", "相似度"), .percent(result.similarity, origin: origin), unit: percent,
                Localized("part of the features that both have, or cosine of cargo", "共有特征占比，或货类余弦")),
            figure(
                Localized("Shared hinterland", "腹地共享度"),
                .percent(result.sharedHinterland, origin: distanceOrigin), unit: percent,
                Localized("100 % where every place is torn between the two", "各地均难分两者时为 100%")),
        ]
        if let hinterland = result.hinterland {
            let origin = distanceOrigin
            figures += [
                figure(
                    Localized("Apart", "相距"), number(hinterland.apart, 0, origin),
                    unit: Localized("km", "公里"),
                    Localized("great circle", "大圆距离")),
                figure(
                    Localized("Contested places", "争夺地带"), .number(hinterland.contested, origin: origin),
                    unit: Localized("of \(hinterland.places.count)", "（共 \(hinterland.places.count) 处）"),
                    Localized("the farther of the two is not much farther", "两者距离相差不大")),
            ]
        }
        return figures
    }

    /// What both have and what only one has, aspect by aspect.
    var sharing: Table {
        Table(
            "sharing", Localized("What both have, and what sets them apart", "共有与差异"),
            columns: [
                .words("aspect", "Aspect", "方面"), .words("both", "Both", "共有"),
                Table.Column("first", Localized("Only ", "仅") + first),
                Table.Column("second", Localized("Only ", "仅") + second),
                .percent("overlap", "In common", "共有比例"),
            ],
            rows: result.sharing.map { row in
                let basis: Basis = row.aspect == "cargo" ? .inferred : .counted
                var own = origin
                own.basis = max(basis, own.basis)
                func cell(_ ids: [String]) -> Cell {
                    if ids.isEmpty { return .missing(Localized("none on record", "无记录")) }
                    var seen: Set<String> = []
                    let texts = ids.map { words($0, row.aspect) }
                    let chinese = texts.map(\.zh).filter { seen.insert($0).inserted }
                    return .text(
                        Localized(
                            texts.map(\.en).joined(separator: ", "), chinese.joined(separator: "、")),
                        origin: own)
                }
                return [
                    .text(OverlapTables.aspect(row.aspect)), cell(row.both), cell(row.onlyFirst),
                    cell(row.onlySecond), .percent(row.overlap, origin: own),
                ]
            })
    }

    /// For each word of cargo the shortest Chinese phrase that it stands in.
    private var cargoPhrases: [String: String] {
        var found: [String: String] = [:]
        let sites = [result.first, result.second].compactMap(\.self).flatMap(\.sites).map(\.text)
        for phrase in input.model.records(ids: sites).flatMap({ $0.phrases("products") }) {
            for word in OverlapSide.words([phrase]) where phrase.zh.count < found[word]?.count ?? .max {
                found[word] = phrase.zh
            }
        }
        return found
    }

    private func words(_ id: String, _ aspect: String) -> Localized {
        switch aspect {
        case "functions": Vocabulary.siteFunction.label(id)
        case "cargo": Localized(id, cargoPhrases[id] ?? id)
        case "focus":
            ([result.first, result.second].compactMap(\.self).flatMap(\.focus).first { $0.en == id })
                ?? Localized(same: id)
        default: input.model.name(of: id)
        }
    }

    private static func aspect(_ id: String) -> Localized {
        switch id {
        case "functions": Localized("Functions", "功能")
        case "cargo": Localized("Kinds of cargo, by word", "货类（按词）")
        case "focus": Localized("Focus", "方向")
        case "segments": Localized("Segments", "环节")
        case "partners": Localized("Tied to", "往来对象")
        default: Localized("Policies", "政策")
        }
    }

    /// The places around the two, on a map.
    func places(_ hinterland: Overlap.Result.Hinterland) -> Picture {
        let model = input.model
        let rows = hinterland.places.sorted { ($0.shareOfFirst, $0.site) > ($1.shareOfFirst, $1.site) }.map {
            place -> [Cell] in
            let point = model.find(place.site, as: Site.self)?.point
            let origin = Origin.counted(model.records(ids: [place.site.text]), atBest: .estimated)
            let nearer = place.toFirst < place.toSecond ? first : second
            return [
                model.linkCell(place.site.text, origin: origin), number(point?.longitude, 2, origin),
                number(point?.latitude, 2, origin), number(place.toFirst, 0, origin),
                number(place.toSecond, 0, origin), .percent(place.shareOfFirst, origin: origin),
                .text(place.isContested ? Localized("contested", "争夺") : nearer),
            ]
        }
        return Picture(
            .map(name: "place", longitude: "longitude", latitude: "latitude", kind: "goes"),
            Table(
                "hinterland", Localized("The hinterland by distance", "按距离划分的腹地"),
                caption: Localized(
                    "sites of the region with a point on record; roads and rails are not counted",
                    "区内有坐标记录的点位；未计道路与铁路"),
                columns: [
                    .words("place", "Place", "地点"), .numbers("longitude", "Longitude", "经度"),
                    .numbers("latitude", "Latitude", "纬度"),
                    Table.Column(
                        "to_first", Localized("To ", "至") + first, unit: Localized("km", "公里"), kind: .number),
                    Table.Column(
                        "to_second", Localized("To ", "至") + second, unit: Localized("km", "公里"),
                        kind: .number),
                    Table.Column(
                        "share", Localized("Chance of ", "归属概率：") + first, unit: Localized(same: "%"),
                        kind: .number),
                    .words("goes", "Goes to", "归属"),
                ], rows: rows))
    }

    /// Shares of a group of columns, side by side.
    func shares(_ shares: Overlap.Result.Shares) -> Picture {
        let title =
            shares.group == "from"
            ? Localized("Where it comes from", "来源地份额") : Localized("What they handle", "货类份额")
        return Picture(
            .bars(name: "column", values: ["first", "second"]),
            Table(
                "shares-\(shares.group)", title,
                columns: [
                    .words("column", "Column", "列"),
                    Table.Column("first", first, unit: Localized(same: "%"), kind: .number),
                    Table.Column("second", second, unit: Localized(same: "%"), kind: .number),
                ],
                rows: shares.columns.indices.map { place in
                    [
                        .text(shares.columns[place]), .percent(shares.first[place], origin: origin),
                        .percent(shares.second[place], origin: origin),
                    ]
                }))
    }

    /// The measures of shares.
    var measures: Table {
        Table(
            "measures", Localized("How alike the shares are", "份额的相似程度"),
            columns: [
                .words("group", "Shares of", "份额"), .numbers("cosine", "Cosine", "余弦"),
                .numbers("common", "Common part", "共有部分"), .numbers("difference", "Difference", "差异"),
                .numbers("missing", "Columns with a gap", "有缺的列"),
            ],
            rows: result.shares.map { shares in
                [
                    .text(shares.group == "from" ? Localized("origin", "来源地") : Localized("cargo", "货类")),
                    number(shares.cosine, 3, origin), number(shares.commonPart, 3, origin),
                    number(shares.difference, 3, origin), .number(shares.missing, origin: origin),
                ]
            })
    }

    /// The first two of other packages.
    var compared: Table {
        let rows = zip(input.others, result.compare).map { model, answer -> [Cell] in
            let origin = Origin(basis: .estimated, records: answer.parks.map(\.text))
            return [
                .text(model.identity.title),
                answer.parks.isEmpty
                    ? .noRecord : .text(Localized.joined(answer.parks.map { model.name(of: $0.text) })),
                .percent(answer.similarity, origin: origin),
                .percent(answer.sharedHinterland, origin: origin),
                .text(OverlapTables.words(answer.pattern).withoutBeginning),
            ]
        }
        return Table(
            "compare", Localized("The first two of the compared packages", "各数据包中的前两个"),
            columns: [
                .words("package", "Package", "数据包"), .words("parks", "Ports or parks", "港口或园区"),
                .percent("similarity", "Similarity", "相似度"),
                .percent("hinterland", "Shared hinterland", "腹地共享度"),
                .words("pattern", "They", "格局"),
            ], rows: rows)
    }
}

extension Localized {
    /// Without blanks and colons at the beginning.
    fileprivate var withoutBeginning: Localized {
        func cut(_ text: String) -> String { String(text.drop { $0 == " " || $0 == ":" || $0 == "：" }) }
        return Localized(cut(en), cut(zh))
    }
}
