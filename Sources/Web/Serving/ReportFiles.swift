import HTTPTypes
import Dispatch
import Ecosystem
import Reporting

/// Renders reports to files off the threads that answer pages, one at a time, because a PDF starts a browser.
final class ReportFiles: Sendable {
    /// One for the process.
    static let shared = ReportFiles()

    private let queue = DispatchQueue(label: "report files")

    /// The bytes of a file.
    ///
    /// - Throws: ``WebProblem`` where the format cannot be made on this machine.
    func render(
        _ report: Report, as format: ReportFormat, language: Language, sources: SourceDirectory
    ) async throws -> [UInt8] {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                do {
                    continuation.resume(
                        returning: try ReportRenderer.render(
                            report, as: format, language: language, sources: sources))
                } catch {
                    continuation.resume(
                        throwing: WebProblem(
                            .serviceUnavailable, kind: "file", Localized("The file cannot be made", "无法生成文件"),
                            Localized(same: "\(error)")))
                }
            }
        }
    }
}
