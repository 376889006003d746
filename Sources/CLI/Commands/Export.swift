public import ArgumentParser
public import DataPackages
import Ecosystem

/// Writes a data package in a form that other programs read.
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Export a data package: geojson, graphml, gexf, xlsx, csv (zip) or package (a folder).")

    @Option(help: "Folder of a data package; the built-in home package where it is not given.")
    var data: String?

    @Option(help: "geojson, graphml, gexf, xlsx, csv or package.")
    var format: ExportFormat

    @Option(help: "File to write; a folder for package.")
    var output: String

    @OptionGroup var language: LanguageOption

    func run() throws {
        let language = language.value
        let package = try Packages.readOrBuiltIn(data, language: language)
        let bar = ProgressBar(language: language)
        bar.tell(0.5, Localized("writing \(output)", "写出 \(output)"))
        defer { bar.clear() }
        do {
            try PackageExport.write(package, as: format, to: output)
        } catch {
            throw Console.failure(error, language)
        }
    }
}

extension ExportFormat: ExpressibleByArgument {}
