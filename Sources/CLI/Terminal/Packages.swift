import ArgumentParser
import DataPackages
import Ecosystem
import Store

/// Finds and reads data packages for commands.
enum Packages {
    /// Reads a folder; findings that are errors are told on standard error, the first twenty of them.
    ///
    /// - Throws: `ExitCode(1)` where the folder cannot be read.
    static func read(_ folder: String, language: Language) throws -> LoadedPackage {
        do {
            let bar = ProgressBar(language: language)
            defer { bar.clear() }
            let package = try PackageReader.read(folder: folder, progress: bar.reading())
            let errors = package.findings.filter { $0.severity == .error }
            for finding in errors.prefix(20) { Console.tell(finding.line(language)) }
            if errors.count > 20 {
                Console.tell(
                    Localized(
                        "… and \(errors.count - 20) more errors; run: jingwei check \(folder)",
                        "……另有 \(errors.count - 20) 个错误；请运行：jingwei check \(folder)")[language])
            }
            return package
        } catch {
            throw Console.failure(error, language)
        }
    }

    /// The package of a folder, or the built-in home package.
    static func readOrBuiltIn(_ folder: String?, language: Language) throws -> LoadedPackage {
        if let folder { return try read(folder, language: language) }
        guard let home = try builtInFolders(language: language).first else { throw ExitCode(1) }
        return try read(home, language: language)
    }

    /// Folders of the built-in packages, the home first.
    static func builtInFolders(language: Language) throws -> [String] {
        do {
            let packages = try BuiltInPackages.locate()
            return try packages.ids.map { try packages.folder($0) }
        } catch {
            throw Console.failure(error, language)
        }
    }
}

extension Console {
    /// Tells what went wrong with a package or file; the exit code for it. What is an exit code already has been told.
    static func failure(_ error: any Error, _ language: Language) -> ExitCode {
        if let code = error as? ExitCode { return code }
        if let error = error as? DataPackageError {
            tell(error.text(language))
        } else if let error = error as? StoreError {
            tell(error.message[language])
        } else {
            tell("\(error)")
        }
        return ExitCode(1)
    }
}
