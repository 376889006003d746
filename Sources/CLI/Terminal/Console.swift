import ArgumentParser
import Ecosystem
import Foundation
import Sheets

/// Writes to the two standard streams.
enum Console {
    /// Writes a result to standard output, all of it.
    static func write(_ bytes: [UInt8]) { write(bytes, to: FileHandle.standardOutput) }

    /// Writes a result that is made piece by piece to a file, which appears whole or not at all, or to standard output.
    ///
    /// - Throws: `ExitCode(1)` where the file cannot be written; what `pieces` throws.
    static func write(
        to path: String?, _ language: Language, _ pieces: (_ sink: ([UInt8]) throws -> Void) throws -> Void
    ) throws {
        guard let path else { return try pieces { write($0) } }
        // A pipe or a device is written to; it must not be replaced by a file.
        if let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType,
            kind != .typeRegular, kind != .typeSymbolicLink,
            let handle = FileHandle(forWritingAtPath: path)
        {
            return try pieces { write($0, to: handle) }
        }
        do {
            let file = try AtomicFile(path: path)
            try pieces { try file.write($0) }
            try file.commit()
        } catch let error as SheetError where error.kind == .unwritable {
            tell(language == .zh ? error.chineseDescription : error.description)
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
