import DataPackages
import Ecosystem
import Synchronization

/// The tables that ship beside the built-in packages, each read once.
enum BuiltInTables {
    private static let read = Mutex<[String: ComputingInput]>([:])

    /// The table of a folder of `Data`.
    ///
    /// - Throws: ``StudyProblem`` where it is not there or not readable, with what to do.
    static func table(_ name: String) throws(StudyProblem) -> ComputingInput {
        if let known = read.withLock({ $0[name] }) { return known }
        do {
            let folder = try BuiltInPackages.locate().root + "/" + name
            let input = try ComputingInputReader.read(.table, path: folder).input
            read.withLock { $0[name] = input }
            return input
        } catch {
            throw StudyProblem(
                Localized(
                    "the built-in table \(name) cannot be read (\(error)); name a table folder with --table",
                    "无法读取内置投入产出表 \(name)（\(error)）；请用 --table 指定文件夹"), parameter: "table")
        }
    }
}
