import Foundation

/// Runs the built binary as a user would, with the built-in packages of this checkout.
struct Command {
    /// What a command left behind.
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    /// The folder of the checkout.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The binary beside the test runner.
    private static let binary: URL? = {
        var folder = URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
        for _ in 0..<4 {
            let candidate = folder.appendingPathComponent("jingwei")
            if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
            folder = folder.deletingLastPathComponent()
        }
        return nil
    }()

    /// Runs `jingwei` with these words; output goes through files, so that no pipe can fill up.
    static func run(_ words: String...) throws -> Outcome { try run(words) }

    /// Runs `jingwei` with a list of words.
    static func run(_ words: [String]) throws -> Outcome {
        guard let binary else { throw CocoaError(.fileNoSuchFile) }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cli-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (out, err) = (folder.appendingPathComponent("out"), folder.appendingPathComponent("err"))
        for file in [out, err] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = binary
        process.arguments = words
        var environment = ProcessInfo.processInfo.environment
        environment["JINGWEI_DATA"] = root.appendingPathComponent("Data").path
        environment["LC_ALL"] = "C"
        process.environment = environment
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: try String(contentsOf: out, encoding: .utf8),
            errors: try String(contentsOf: err, encoding: .utf8))
    }

    /// A folder of its own for a test, removed by the caller.
    static func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cli-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }
}
