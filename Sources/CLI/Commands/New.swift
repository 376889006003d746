import ArgumentParser
import DataPackages
import Ecosystem

/// Begins a region: an empty package to fill.
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Begin a region: an empty data package to fill, with every table and its headers.")

    @Argument(help: "Folder that is new or empty.")
    var folder: String

    @OptionGroup var language: LanguageOption

    func run() throws {
        let language = language.value
        do {
            try PackageTemplate.write(to: folder)
        } catch {
            throw Console.failure(error, language)
        }
        Console.tell(
            Localized(
                "\(folder) is ready; fill its tables, then run: jingwei check \(folder)",
                "\(folder) 已建好；填表后运行：jingwei check \(folder)")[language])
    }
}
