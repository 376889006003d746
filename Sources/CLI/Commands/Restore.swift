import ArgumentParser
import Ecosystem
import Store

/// Brings the state folder back from a backup.
struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring the state folder back from a backup: all of it or nothing.",
        discussion: """
            A damaged file is refused before anything is changed. Stop the program that serves the folder first; a \
            folder that stands there is kept beside it as NAME.before.
            """)

    @Argument(help: "File written by backup.")
    var file: String

    @Option(help: "The state folder.")
    var state: String = "./jingwei-state"

    @OptionGroup var language: LanguageOption

    func run() throws {
        do throws(StoreError) {
            let outcome = try StateRestore.restore(file, to: state)
            let summary = outcome.summary
            Console.tell(
                Localized(
                    "\(state): \(summary.files) files, \(summary.bytes) bytes, \(summary.auditLines) audit lines restored",
                    "\(state)：已恢复 \(summary.files) 个文件、\(summary.bytes) 字节、审计记录 \(summary.auditLines) 条")[
                        language.value])
            if let before = outcome.before {
                Console.tell(
                    Localized(
                        "what stood there before is kept in \(before)", "原有内容保存在 \(before)")[language.value])
            }
        } catch {
            throw Console.failure(error, language.value)
        }
    }
}
