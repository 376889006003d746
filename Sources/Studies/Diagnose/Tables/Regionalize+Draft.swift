import Ecosystem
import Reporting

extension Regionalize {
    /// Lays the answer out: the told region's sectors, the methods beside each other, the regions, what is odd.
    public func draft(of result: Result, on input: StudyInput) throws -> ReportDraft {
        let given = try GivenTable(input, study: id)
        let page = RegionalizePage(result: result, given: given)
        guard let region = page.region else {
            return ReportDraft(title: description.title, answer: page.nothingGiven, blocks: page.gap)
        }
        var blocks = given.madeUp
        blocks.append(.figures(page.figures(region)))
        blocks += region.findings.map { finding in
            .note(Note(finding.kind == .lacking ? .note : .warning, finding.words, origin: page.origin))
        }
        if !region.sectors.isEmpty {
            blocks.append(
                .picture(Picture(.bars(name: "sector", values: ["local", "national"]), page.bars(region))))
            blocks.append(.table(page.sectorTable(region)))
        }
        blocks.append(.table(page.methodTable(region)))
        if result.regions.count > 1 { blocks.append(.table(page.regionTable())) }
        let files = region.sectors.isEmpty ? [] : try RegionalTableFiles(region, result, given).files(input)
        if !files.isEmpty {
            let name = page.name(region.region)
            blocks.append(
                .note(
                    Note(
                        .note,
                        Localized(
                            "The estimated table of \(name.en) is a file of this report",
                            "\(name.zh)的推算表随本结果提供"),
                        Localized(
                            "Export it as CSV: the folder files holds flows.csv, final_demand.csv and extensions.csv, which input-output "
                                + "takes with --table.",
                            "导出 CSV：其中 files 文件夹含 flows.csv、final_demand.csv、extensions.csv，可用 --table 交给 input-output 研究。"
                        ))))
        }
        blocks += given.notes
        blocks += [.method(Regionalize.method), .method(Regionalize.crossHauling)]
        return ReportDraft(
            title: page.title(region), answer: page.answer(region), blocks: blocks, files: files)
    }
}
