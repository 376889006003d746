import HTTPTypes
import Dispatch
import Ecosystem
import Logging
import Reporting
import Synchronization

/// Renders reports to files off the threads that answer pages, one at a time, because a PDF starts a browser.
final class ReportFiles: Sendable {
    private let queue = DispatchQueue(label: "report files")
    private let waiting = Mutex(0)
    private let waitingLimit: Int
    private let logger: Logger
    private let make: Maker

    /// Makes the bytes of a file.
    typealias Maker = @Sendable (Report, ReportFormat, Language, SourceDirectory) throws -> [UInt8]

    /// Files of which `waitingLimit` may wait.
    init(
        waitingLimit: Int, logger: Logger,
        make: @escaping Maker = { try ReportRenderer.render($0, as: $1, language: $2, sources: $3) }
    ) {
        self.waitingLimit = max(1, waitingLimit)
        self.logger = logger
        self.make = make
    }

    /// The bytes of a file.
    ///
    /// - Throws: ``WebProblem`` where the format cannot be made on this machine or too many files wait.
    func render(
        _ report: Report, as format: ReportFormat, language: Language, sources: SourceDirectory
    ) async throws -> [UInt8] {
        let isTaken = waiting.withLock { waiting -> Bool in
            guard waiting < waitingLimit else { return false }
            waiting += 1
            return true
        }
        guard isTaken else {
            throw ReportFiles.problem(
                Localized("Too many files are being made; try again in a minute.", "正在生成的文件过多；请一分钟后再试。"),
                isForNow: true)
        }
        defer { waiting.withLock { $0 -= 1 } }
        do {
            return try await withCheckedThrowingContinuation { continuation in
                queue.async { [make] in
                    continuation.resume(with: Result { try make(report, format, language, sources) })
                }
            }
        } catch {
            logger.error("\(report.study) as \(format.rawValue): \(error)")
            throw ReportFiles.problem(ReportFiles.reason(error), isForNow: false)
        }
    }

    /// What readers are told; paths and the output of other programs are for the log.
    private static func reason(_ error: any Error) -> Localized {
        switch error {
        case PDFProblem.noBrowser:
            Localized(
                "A PDF needs Chromium on the server, and none is there. Ask for html and print it from any browser.",
                "生成 PDF 需要服务器上有 Chromium，目前没有。请导出 html，再用浏览器打印。")
        case let problem as PDFProblem where !problem.holdsOutput: problem.message
        default:
            Localized(
                "This file could not be made here; ask for another format, or tell the operator the time.",
                "此文件未能生成；请换一种格式，或把时间告诉管理员。")
        }
    }

    private static func problem(_ detail: Localized, isForNow: Bool) -> WebProblem {
        var problem = WebProblem(
            .serviceUnavailable, kind: "file", Localized("The file cannot be made", "无法生成文件"), detail)
        if isForNow { problem.headers[.retryAfter] = "60" }
        return problem
    }
}

extension PDFProblem {
    /// Whether its message repeats what another program said.
    fileprivate var holdsOutput: Bool {
        if case .failed = self { true } else { false }
    }
}
