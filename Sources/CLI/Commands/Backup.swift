import ArgumentParser
import Ecosystem
import Store

/// Writes the state folder to one file.
struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the whole state folder to one file with checksums, also while it is served.",
        discussion: "The file is a tar archive; its last member, SHA256SUMS, names every other one.")

    @Argument(help: "File to write.")
    var file: String

    @Option(help: "The state folder.")
    var state: String = "./jingwei-state"

    @OptionGroup var language: LanguageOption

    func run() throws {
        do throws(StoreError) {
            let summary = try StateBackup.write(folder: state, to: file)
            Console.tell(
                Localized(
                    "\(file): \(summary.files) files, \(summary.bytes) bytes, \(summary.auditLines) audit lines",
                    "\(file)：\(summary.files) 个文件，\(summary.bytes) 字节，审计记录 \(summary.auditLines) 条")[
                        language.value])
        } catch {
            throw Console.failure(error, language.value)
        }
    }
}
