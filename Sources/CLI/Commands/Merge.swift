import ArgumentParser
import DataPackages
import Ecosystem
import Foundation
import Reporting
import Studies

/// Joins parts of a run.
struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Join parts of a run: jingwei merge part-*.json --output whole.json",
        discussion:
            "Parts are written by jingwei run STUDY --shard i/n --format json. The whole is the same, byte for byte, as that of one run."
    )

    @Argument(help: "Reports of the parts in JSON, in any order.")
    var files: [String]

    @Option(
        help:
            "Folder of the data package that the parts rest on; the built-in home package where it is not given."
    )
    var data: String?

    @Option(help: "json, text, csv, html, xlsx or pdf.")
    var format: ReportFormat = .json

    @Option(help: "File to write; standard output where it is not given.")
    var output: String?

    @OptionGroup var language: LanguageOption

    func run() throws {
        let language = language.value
        do {
            let parts = try files.map { try part($0, language) }
            guard case .string(let id)? = parts.first?["study"],
                let study = StudyCatalogue.study(id) as? any ShardedStudy
            else {
                throw StudyProblem(
                    Localized(
                        "\(files.first ?? "") is no part of a study that this program computes in parts",
                        "\(files.first ?? "") 不是本程序可分部分计算的研究结果"))
            }
            let package = try Packages.readOrBuiltIn(data, language: language)
            let report = try study.report(joining: parts, on: StudyInput(model: package.model))
            try Console.write(to: output, language) { sink in
                try ReportRenderer.write(
                    report, as: format, language: language, sources: SourceDirectory(package.model),
                    to: sink)
            }
        } catch let problem as StudyProblem {
            for detail in problem.details { Console.tell(detail.message[language]) }
            throw ExitCode(1)
        } catch {
            throw Console.failure(error, language)
        }
    }

    private func part(_ path: String, _ language: Language) throws -> JSONValue {
        do {
            return try JSONDecoder().decode(
                JSONValue.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            Console.tell(
                Localized(
                    "\(path) cannot be read as JSON; write parts with --format json, and run this part again if it is cut off",
                    "\(path) 不是可读取的 JSON；请用 --format json 输出各部分，若文件不完整请重新运行该部分")[language])
            throw ExitCode(1)
        }
    }
}
