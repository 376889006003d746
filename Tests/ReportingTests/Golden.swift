import Foundation
import Testing

/// Texts that were read and approved once, in `Fixtures/reporting`. With `JINGWEI_UPDATE_GOLDENS=1` they are written anew,
/// to be read in the difference.
enum Golden {
    static let folder: URL = {
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { url.deleteLastPathComponent() }
        return url.appendingPathComponent("Fixtures/reporting", isDirectory: true)
    }()

    static func expect(_ text: String, _ name: String) throws {
        let file = folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["JINGWEI_UPDATE_GOLDENS"] == "1" {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            return
        }
        let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let wanted = golden.split(separator: "\n", omittingEmptySubsequences: false)
        for (number, pair) in zip(lines, wanted).enumerated() where pair.0 != pair.1 {
            Issue.record("\(name):\(number + 1): is “\(pair.0)”, was “\(pair.1)”")
            return
        }
        #expect(lines.count == wanted.count, "\(name) has another number of lines")
    }
}
