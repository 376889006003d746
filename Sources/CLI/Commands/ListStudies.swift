import DataPackages
import ArgumentParser
import Ecosystem
import Reporting
import Studies

/// Lists what can be asked.
struct ListStudies: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "studies", abstract: "List what can be asked, with parameters.")

    /// How the list is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "text or json.")
    var format: Format = .text

    @Option(
        help:
            "Folder of a data package, for the default values; the built-in home package where it is not given."
    )
    var data: String?

    @OptionGroup var language: LanguageOption

    func run() throws {
        let package = try Packages.readOrBuiltIn(data, language: language.value)
        switch format {
        case .json: Console.write(line: StudyListing.json(for: package.model).text(indented: true))
        case .text: Console.write(line: StudyListing.text(for: package.model, language: language.value))
        }
    }
}
