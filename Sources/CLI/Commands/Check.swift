import ArgumentParser
import DataPackages
import Ecosystem

/// Checks a data package and lists everything that it finds.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check a data package: every finding with file, row and column.",
        discussion: "Exit code 1 where any finding is an error.")

    /// How findings are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "Folder of a data package.")
    var folder: String

    @Option(help: "text or json.")
    var format: Format = .text

    @OptionGroup var language: LanguageOption

    func run() throws {
        let language = language.value
        let findings: [Finding]
        do {
            let bar = ProgressBar(language: language)
            defer { bar.clear() }
            findings = try PackageCheck.findings(folder: folder, progress: bar.reading())
        } catch {
            throw Console.failure(error, language)
        }
        switch format {
        case .json: Console.write(line: findings.json(language))
        case .text:
            for finding in findings { Console.write(line: finding.line(language)) }
            Console.tell(summary(findings)[language])
        }
        if findings.hasErrors { throw ExitCode(1) }
    }

    private func summary(_ findings: [Finding]) -> Localized {
        let (errors, warnings) = (findings.count(.error), findings.count(.warning))
        let (notes, gaps) = (findings.count(.note), findings.count(.gap))
        func many(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
        return Localized(
            "\(folder): \(many(errors, "error")), \(many(warnings, "warning")), \(many(notes, "note")), \(many(gaps, "gap"))",
            "\(folder)：\(errors) 个错误，\(warnings) 个警告，\(notes) 个提示，\(gaps) 个缺口")
    }
}
