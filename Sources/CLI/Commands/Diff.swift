import ArgumentParser
import DataPackages
import Ecosystem

/// Says what changed between two data packages.
struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "What changed between two data packages: records added, removed, changed, field by field.")

    /// How the difference is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "Folder of the older package.")
    var old: String

    @Argument(help: "Folder of the newer package.")
    var new: String

    @Option(help: "text or json.")
    var format: Format = .text

    @OptionGroup var language: LanguageOption

    func run() throws {
        let language = language.value
        let difference = PackageDifference(
            from: try Packages.read(old, language: language).model,
            to: try Packages.read(new, language: language).model)
        switch format {
        case .json: Console.write(line: difference.json())
        case .text: Console.write(line: difference.text(language))
        }
    }
}
