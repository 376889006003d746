import Ecosystem
import Foundation
import Reporting
import Sheets
import Testing

@Suite struct `A report as files` {
    private let report = SampleReport.report
    private let sources = SampleReport.sources

    @Test(arguments: ReportFormat.allCases.filter(\.isReproducible))
    func `same report, same bytes`(format: ReportFormat) throws {
        for language in Language.allCases {
            let first = try ReportRenderer.render(report, as: format, language: language, sources: sources)
            let second = try ReportRenderer.render(report, as: format, language: language, sources: sources)
            #expect(first == second)
            #expect(!first.isEmpty)
        }
    }

    @Test func `the archive holds a file for each table and everything as JSON`() throws {
        let archive = try ZipReader(bytes: CSVRenderer(language: .en, sources: sources).archive(of: report))
        #expect(
            archive.entries.map(\.name) == [
                "figures.csv", "clusters.csv", "components.csv", "notes.csv", "sources.csv", "report.json",
                "files/flows.csv",
            ])
        let json = try archive.bytes(of: try #require(archive.entry("report.json")))
        let value = try JSONDecoder().decode(JSONValue.self, from: Data(json))
        #expect(value.text() == JSONRenderer(sources: sources).value(of: report).text())
    }

    @Test func `a CSV table reads back with exact numbers, harmless cells and its sources`() throws {
        let archive = try ZipReader(bytes: CSVRenderer(language: .zh, sources: sources).archive(of: report))
        let bytes = try archive.bytes(of: try #require(archive.entry("components.csv")))
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let table = try CSVTable(bytes: bytes)
        #expect(
            table.header == [
                "部件", "来自", "来自 编号", "份额（%）", "候选企业", "候选企业 编号", "依据", "状态", "段落", "记录",
            ])
        #expect(
            table.rows.map(\.fields) == [
                [
                    "变速器", "天津", "cn.12", "未印", "爱信; 采埃孚", "o.aisin; o.zf", "计数", "已有", "d1.p3",
                    "ac.1; ac.2; pc.05",
                ],
                ["座椅系统", "'=1+1 <b>", "", "12.34", "无记录", "", "估计", "已有", "unknown.p9", ""],
            ])
    }

    @Test func `signs of comparison stand beside their numbers`() throws {
        let bytes = try #require(CSVRenderer(language: .en).table("clusters", of: report))
        let table = try CSVTable(bytes: bytes)
        #expect(table.header.prefix(3) == ["Cluster", "Firms (count)", "Firms comparison"])
        #expect(
            table.rows.map { Array($0.fields.prefix(3)) } == [
                ["A", "1200", ""], ["B", "600", "~"], ["C", "unknown", ""],
            ])
        #expect(CSVRenderer(language: .en).table("none", of: report) == nil)
    }

    @Test func `tables of the same name get names of their own`() throws {
        var twice = report
        twice.blocks = [.table(SampleReport.clusters), .table(SampleReport.clusters)]
        var clash = SampleReport.clusters
        clash.id = "sources"
        twice.blocks.append(.table(clash))
        let archive = try ZipReader(bytes: CSVRenderer(language: .en).archive(of: twice))
        #expect(
            archive.entries.map(\.name).prefix(4) == [
                "clusters.csv", "clusters-2.csv", "sources.csv", "sources-2.csv",
            ])
    }

    @Test func `a workbook opens with the answer, holds numbers as numbers and ends with the sources`() throws
    {
        let workbook = try XLSXReader(
            bytes: XLSXRenderer(language: .en, sources: sources).workbook(of: report))
        #expect(
            workbook.sheets.map(\.name) == [
                "Answer", "Key figures", "clusters", "components", "Findings", "Sources",
            ])
        var answer: [[String]] = []
        _ = try workbook.read(workbook.sheets[0]) { answer.append($0.strings()) }
        #expect(answer.contains(["Title", "Local content of a sample car"]))
        #expect(answer.contains(["product", "pr.sample"]))
        #expect(answer.contains(["SHA-256", SampleReport.zero]))
        var values: [Double?] = []
        _ = try workbook.read(workbook.sheets[2]) { values.append($0.cell(column: 2)?.number) }
        #expect(values == [nil, 1200, 600, nil])
        var cells: [[String]] = []
        _ = try workbook.read(workbook.sheets[3]) { cells.append($0.strings()) }
        #expect(cells[2][1] == "=1+1 <b>")
        #expect(cells[2][3] == "12.345")
    }

    @Test func `random numbers come back exactly from the workbook and rounded as shown from CSV`() throws {
        var random = SeededGenerator(seed: 21)
        let numbers = (0..<400).map { _ in
            (Double.random(in: -1e6...1e6, using: &random) * 1e6).rounded() / 1e6
        }
        let table = Table(
            "numbers", Localized(same: "Numbers"),
            columns: [Table.Column("n", Localized(same: "N"), kind: .number)],
            rows: numbers.map { [.number($0, decimals: 6)] })
        var report = report
        report.blocks = [.table(table)]
        let workbook = try XLSXReader(
            bytes: try #require(try XLSXRenderer(language: .en).table("numbers", of: report)))
        var read: [Double] = []
        _ = try workbook.read(workbook.sheets[0]) { row in
            if let number = row.cell(column: 1)?.number { read.append(number) }
        }
        #expect(read == numbers)
        let csv = try CSVTable(bytes: try #require(CSVRenderer(language: .en).table("numbers", of: report)))
        #expect(csv.rows.compactMap { Double($0.fields[0]) } == numbers)
    }

    @Test func `names of files hold no letters that a file system refuses`() {
        var odd = report
        odd.package.id = "a/b c:京"
        #expect(
            ReportRenderer.fileName(for: odd, as: .csv, language: .en) == "local-content-a-b-c--.en.zip")
    }
}
