public import ArgumentParser
import DataPackages
import Ecosystem
import Foundation
public import Reporting
import Studies

/// Asks a study.
struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ask a study: jingwei run chain --region r.tj --format xlsx --output chain.xlsx",
        discussion: "Each study takes parameters of its own, as --name value; jingwei studies lists them.")

    @Argument(help: "The study's id, such as chain.")
    var study: String

    @Option(help: "Folder of a data package; the built-in home package where it is not given.")
    var data: String?

    @Option(help: "Folder of a package to compare with; may be given several times.")
    var compare: [String] = []

    @Option(help: "Scenario file: changes to try.")
    var scenario: String?

    @Option(
        help:
            "Matrix file that a study takes its numbers from: first column region, other columns industries.")
    var matrix: String?

    @Option(
        help: "Table folder that a study takes its numbers from: flows.csv, final_demand.csv, extensions.csv."
    )
    var table: String?

    @Option(
        help:
            "Network folder that a study takes its numbers from: firms.csv, links.csv, essential.csv, shocks.csv, measures.csv."
    )
    var network: String?

    @Option(
        help:
            "Part of the scenarios to compute, such as 2/8; write it as JSON and join the parts with jingwei merge."
    )
    var shard: String?

    @Option(help: "text, json, csv, html, xlsx or pdf.")
    var format: ReportFormat = .text

    @Option(help: "File to write; standard output where it is not given.")
    var output: String?

    @Option(help: "For reconstruct: new folder for the data package with its network/ folder.")
    var into: String?

    @Option(
        help:
            "New folder for the files that the study makes, such as notifications; they are also in the csv archive."
    )
    var files: String?

    @OptionGroup var language: LanguageOption

    @Argument(parsing: .allUnrecognized, help: "Parameters of the study, as --name value.")
    var parameters: [String] = []

    func run() throws {
        let language = language.value
        guard let study = StudyCatalogue.study(study) else {
            let known = StudyCatalogue.all.map(\.id).joined(separator: ", ")
            Console.tell(
                Localized(
                    "there is no study “\(study)”; studies are \(known)", "没有研究“\(study)”；现有研究：\(known)")[
                        language])
            throw ExitCode(1)
        }
        let given = try givenParameters()
        let package = try Packages.readOrBuiltIn(data, language: language)
        let others = try compare.map { try Packages.read($0, language: language).model }
        let bar = ProgressBar(language: language)
        defer { bar.clear() }
        do {
            let supplied = try supplied(for: study.description, beside: package, language)
            let scenario = try scenario.map { try ScenarioReader.read(path: $0) }
            let shard = try shard(of: study)
            var input = try StudyInput.prepared(
                for: study.description, model: package.model, others: others, scenario: scenario,
                supplied: supplied, given: given,
                progress: bar.asking)
            input.shard = shard
            if let into { try writeCompanion(of: study, input, to: into) }
            let report = try study.report(on: input)
            if let files { try write(report.files, of: study, to: files, language) }
            bar.tell(1, Localized("writing", "写出"))
            try Console.write(to: output, language) { sink in
                try ReportRenderer.write(
                    report, as: format, language: language, sources: SourceDirectory(input.model)
                ) { piece in
                    bar.clear()
                    try sink(piece)
                }
            }
        } catch let slip as ValidationError {
            throw slip
        } catch let problem as StudyProblem {
            for detail in problem.details { Console.tell(detail.message[language]) }
            throw ExitCode(1)
        } catch let problem as ComputingInputProblem {
            for finding in problem.findings.prefix(100) { Console.tell(finding.line(language)) }
            throw ExitCode(1)
        } catch {
            throw Console.failure(error, language)
        }
    }

    /// The matrix, table or network that was named, else the network that the package itself brings where the study takes
    /// one; what was found in it is told on standard error.
    private func supplied(
        for study: StudyDescription, beside package: LoadedPackage, _ language: Language
    ) throws -> ComputingInput? {
        let named = [(ComputingInput.Kind.matrix, matrix), (.table, table), (.network, network)]
            .compactMap { kind, path in path.map { (kind, $0) } }
        guard named.count <= 1 else {
            throw ValidationError("give one of --matrix, --table and --network, not several")
        }
        var loaded: LoadedComputingInput?
        if let (kind, path) = named.first {
            loaded = try ComputingInputReader.read(kind, path: path)
        } else if study.takes.contains(.network), let folder = package.folder {
            loaded = try ComputingInputReader.network(ofPackage: folder)
        }
        for finding in (loaded?.findings ?? []).prefix(20) { Console.tell(finding.line(language)) }
        return loaded?.input
    }

    /// Writes the files that a study made, all or none.
    private func write(_ made: [ReportFile], of study: any Study, to folder: String, _ language: Language)
        throws
    {
        guard !made.isEmpty else {
            throw StudyProblem(
                Localized(
                    "\(study.id) made no files with this question; leave out --files, or see what its page says they need",
                    "研究 \(study.id) 就此问题未生成文件；请去掉 --files，或查看其页面说明所需条件"))
        }
        try PackageWriter.write(
            Dictionary(made.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first }),
            toNewFolder: folder)
        Console.tell(
            Localized("\(made.count) files in \(folder)", "\(folder) 中有 \(made.count) 个文件")[language])
    }

    /// Writes the reconstructed package, whole or not at all.
    private func writeCompanion(of study: any Study, _ input: StudyInput, to folder: String) throws {
        guard study is Reconstruct else {
            throw StudyProblem(
                Localized(
                    "\(study.id) writes no package; --into is for reconstruct, --output for the report",
                    "研究 \(study.id) 不写出数据包；--into 用于 reconstruct，报告请用 --output"))
        }
        try CompanionPackage(input).write(to: folder)
    }

    /// The part that was asked for.
    private func shard(of study: any Study) throws -> StudyShard? {
        guard let shard else { return nil }
        guard let part = StudyShard(text: shard) else {
            throw ValidationError("--shard “\(shard)” is no part; write it as 2/8, from 1/8 to 8/8")
        }
        guard study is any ShardedStudy else {
            throw StudyProblem(
                Localized(
                    "\(study.id) cannot be computed in parts; leave out --shard",
                    "研究 \(study.id) 不能分部分计算；请去掉 --shard"))
        }
        return part
    }

    /// `--name value` and `--name=value` pairs; a name without a value is a flag that is set.
    private func givenParameters() throws -> [String: String] {
        var given: [String: String] = [:]
        var index = parameters.startIndex
        while index < parameters.endIndex {
            let item = parameters[index]
            guard item.hasPrefix("--"), item.count > 2 else {
                throw ValidationError("“\(item)” is no parameter; parameters are given as --name value")
            }
            let name = item.dropFirst(2)
            index += 1
            if let sign = name.firstIndex(of: "=") {
                given[String(name[..<sign])] = String(name[name.index(after: sign)...])
            } else if index < parameters.endIndex, !parameters[index].hasPrefix("--") {
                given[String(name)] = parameters[index]
                index += 1
            } else {
                given[String(name)] = "yes"
            }
        }
        return given
    }
}

extension ReportFormat: ExpressibleByArgument {}
