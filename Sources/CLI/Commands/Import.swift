import ArgumentParser
import DataPackages
import Ecosystem
import Foundation

/// Imports tables of other people into a data package: a preview first, then the change as a whole.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Import CSV or XLSX files into a data package; --preview shows what would change.",
        discussion: """
            Tables are recognized by a mapping file, by file or sheet name, or by their headers, in Chinese or English. \
            What changes is listed, then written as a whole: the folder is the old package or the new one, never half of \
            each. Findings that are errors stop the import and leave the folder as it was.
            """)

    @Argument(help: "CSV, XLSX, or a zip of CSV.")
    var files: [String]

    @Option(name: .customLong("into"), help: "Folder of the data package; made where it is not there.")
    var folder: String

    @Option(help: "Mapping file: which table and columns, coordinate reference, defaults.")
    var mapping: String?

    @Flag(help: "Only show what would change.")
    var preview = false

    @Flag(help: "Write in spite of findings that are errors.")
    var acceptErrors = false

    @OptionGroup var language: LanguageOption

    func run() throws {
        let language = language.value
        let bar = ProgressBar(language: language)
        defer { bar.clear() }
        do {
            let package =
                isPackage(folder)
                ? try PackageReader.read(folder: folder, progress: bar.reading(0...0.3)) : nil
            let mapping = try mapping.map { try ImportMapping.read(path: $0) }
            bar.tell(0.3, Localized("comparing files and package", "比对文件与数据包"))
            let staged = try TableImport.stage(
                files.map { ImportFile(path: $0) }, into: package, mapping: mapping)
            bar.clear()
            for finding in staged.preview.findings { Console.tell(finding.line(language)) }
            Console.write(line: staged.preview.text(language))
            if preview {
                Console.tell(
                    Localized("Nothing is written; leave out --preview to write.", "尚未写入；去掉 --preview 即写入。")[
                        language])
                if staged.preview.findings.hasErrors { throw ExitCode(1) }
                return
            }
            let writing = ProgressBar(language: language)
            defer { writing.clear() }
            writing.tell(0.8, Localized("writing \(folder)", "写出 \(folder)"))
            try staged.commit(to: folder, acceptsErrors: acceptErrors)
        } catch {
            throw Console.failure(error, language)
        }
    }

    private func isPackage(_ folder: String) -> Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return !names.isEmpty
    }
}
