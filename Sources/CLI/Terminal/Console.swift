import ArgumentParser
import Ecosystem
import Foundation

/// Writes to the two standard streams.
enum Console {
    /// Writes a result to standard output, all of it.
    static func write(_ bytes: [UInt8]) { write(bytes, to: FileHandle.standardOutput) }

    /// Writes a result to a file, or to standard output where none is named.
    ///
    /// - Throws: `ExitCode(1)` where the file cannot be written.
    static func write(_ bytes: [UInt8], to path: String?, _ language: Language) throws {
        guard let path else { return write(bytes) }
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            tell(
                Localized(
                    "\(path) cannot be written: \(error.localizedDescription)",
                    "无法写入 \(path)：\(error.localizedDescription)")[language])
            throw ExitCode(1)
        }
    }

    /// Writes a line of a result to standard output.
    static func write(line: String) { write(Array((line + "\n").utf8)) }

    /// Writes a line of progress or a finding to standard error; on a terminal, over a progress bar that stands there.
    static func tell(_ line: String) { sketch((isTerminal ? "\r\u{1B}[K" : "") + line + "\n") }

    /// Writes to standard error without ending the line.
    static func sketch(_ text: String) { write(Array(text.utf8), to: FileHandle.standardError) }

    /// Whether standard error is a terminal, so that a progress bar makes sense.
    static var isTerminal: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }

    /// The language of the reader, from LC_ALL, LC_MESSAGES or LANG; English where they say nothing.
    static var language: Language {
        let environment = ProcessInfo.processInfo.environment
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            if let value = environment[name], !value.isEmpty { return value.hasPrefix("zh") ? .zh : .en }
        }
        return .en
    }

    /// A closed pipe ends the output, not the program with a trap.
    private static func write(_ bytes: [UInt8], to handle: FileHandle) {
        try? handle.write(contentsOf: Data(bytes))
    }
}
