import ArgumentParser
import DataPackages
import Ecosystem
import Foundation

/// Finds and reads data packages for commands.
enum Packages {
    /// Reads a folder; findings that are errors are told on standard error.
    ///
    /// - Throws: `ExitCode(1)` where the folder cannot be read, or has errors that would make answers wrong.
    static func read(_ folder: String, language: Language) throws -> LoadedPackage {
        do {
            let package = try PackageReader.read(folder: folder)
            let errors = package.findings.filter { $0.severity == .error }
            for finding in errors.prefix(20) { Console.tell(finding.text(language)) }
            if errors.count > 20 {
                let more = Localized(
                    "… and \(errors.count - 20) more errors; run: jingwei check \(folder)",
                    "……另有 \(errors.count - 20) 个错误；请运行：jingwei check \(folder)")
                Console.tell(more[language])
            }
            return package
        } catch let error as DataPackageError {
            Console.tell(error.text(language))
            throw ExitCode(1)
        }
    }

    /// The built-in home package.
    static func builtInHome(language: Language) throws -> LoadedPackage {
        guard let folder = BuiltInPackages.folders().first else {
            let text = Localized(
                "no built-in data package was found; name a folder with --data, or set JINGWEI_DATA to the folder that holds them",
                "没有找到内置数据包；请用 --data 指定文件夹，或把 JINGWEI_DATA 设为数据包所在文件夹")
            Console.tell(text[language])
            throw ExitCode(1)
        }
        return try read(folder, language: language)
    }
}
