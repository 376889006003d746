import Ecosystem
import Reporting

extension Suppliers {
    /// What is not on record, and what could not be followed.
    func notes(_ result: Result, in model: EcosystemModel) -> [Note] {
        var notes: [Note] = []
        for side in result.sides where side.namedTiers < result.depth {
            let isUp = side.direction == "up"
            let who = isUp ? Localized("suppliers", "供应商") : Localized("customers", "客户")
            if side.namedTiers == 0 {
                notes.append(
                    Note(
                        .gap, Localized("No \(who.en) on record", "无\(who.zh)记录"),
                        Localized("That is not zero: nothing is said about them.", "这不等于零：未见说法。")))
                continue
            }
            let tiers = Localized.count(side.namedTiers, "tier", "tiers", "层")
            notes.append(
                Note(
                    .gap,
                    Localized("The records name \(tiers.en) of \(who.en)", "记录只列出 \(tiers.zh)\(who.zh)"),
                    Localized(
                        "\(result.depth) were asked for. What lies beyond is unknown, not absent.",
                        "所问 \(result.depth) 层。其外为未知，并非没有。"),
                    origin: .counted(model.records(ids: side.links.map(\.record)))))
        }
        let links = result.sides.flatMap(\.links)
        let regions = Set(
            links.flatMap { [$0.supplier, $0.customer] }.filter { model.record(id: $0)?.kind == .region })
        if !regions.isEmpty {
            let names = Localized.joined(regions.sorted().map { model.name(of: $0) })
            notes.append(
                Note(
                    .gap,
                    Localized(
                        "Places stand for firms that are not named: \(names.en)", "以地区代表未点名的企业：\(names.zh)"),
                    Localized("Paths end there.", "路径到此为止。")))
        }
        let without = links.count { $0.value == nil }
        if without > 0 {
            notes.append(
                Note(
                    .gap,
                    Localized(
                        "\(without) of \(links.count) links have no value",
                        "\(links.count) 条连线中 \(without) 条无值"),
                    Localized("Sums hold the links that have one.", "合计仅含有值的连线。")))
        }
        if result.notActual > 0 {
            notes.append(
                Note(
                    .note,
                    Localized(
                        "\(result.notActual) planned or past supply relations are not followed",
                        "\(result.notActual) 条规划中或已结束的供应关系未计入")))
        }
        return notes
    }

    /// Other packages beside this one.
    func compareTable(_ result: Result, _ input: StudyInput) -> Table? {
        guard !result.compare.isEmpty else { return nil }
        let up = result.sides.first { $0.direction == "up" }
        let down = result.sides.first { $0.direction == "down" }
        let own = Result.Compared(
            package: input.model.identity.id, organization: result.organization,
            suppliers: up?.tiers.first?.members.count ?? 0, customers: down?.tiers.first?.members.count ?? 0,
            namedTiers: up?.namedTiers ?? 0)
        let rows = zip([input.model] + input.others, [own] + result.compare).map { model, answer -> [Cell] in
            let origin = Origin(basis: .derived, records: answer.organization.map { [$0.text] } ?? [])
            func count(_ number: Int) -> Cell { number == 0 ? .noRecord : .number(number, origin: origin) }
            return [
                .text(model.identity.title),
                answer.organization.map { .text(model.name(of: $0.text)) } ?? .noRecord,
                count(answer.suppliers),
                count(answer.customers), count(answer.namedTiers),
            ]
        }
        return Table(
            "compare", Localized("The same in the compared packages", "各数据包的同一问题"),
            caption: Localized(
                "Elsewhere the vehicle maker with most suppliers on record", "其他数据包取供应记录最多的整车企业"),
            columns: [
                .words("package", "Package", "数据包"), .words("organization", "Organization", "机构"),
                .numbers("suppliers", "Direct suppliers", "直接供应商"),
                .numbers("customers", "Direct customers", "直接客户"),
                .numbers("tiers", "Tiers of suppliers", "供应商层数"),
            ], rows: rows)
    }
}
