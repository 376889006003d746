import DataPackages
import Dispatch
import Ecosystem
import HTTPTypes
import Logging
import Reporting
import Synchronization

/// Whole packages as files, made once each off the threads that answer pages, and kept while they fit.
final class PackageFiles: Sendable {
    private struct Key: Hashable {
        var fingerprint: String
        var format: ExportFormat
    }

    private struct Kept {
        var files: [Key: [UInt8]] = [:]
        var order: [Key] = []
        var waiting = 0
    }

    private let queue = DispatchQueue(label: "package files")
    private let kept = Mutex(Kept())
    private let byteLimit: Int
    private let waitingLimit: Int
    private let logger: Logger

    /// The formats that are offered as one file.
    static let formats: [ExportFormat] = [.csv, .xlsx, .geojson, .graphml, .gexf]

    init(byteLimit: Int = 64 << 20, waitingLimit: Int = 16, logger: Logger) {
        self.byteLimit = byteLimit
        self.waitingLimit = waitingLimit
        self.logger = logger
    }

    /// The bytes of a package in a format.
    ///
    /// - Throws: ``WebProblem`` where it cannot be made or too many wait.
    func bytes(_ model: EcosystemModel, as format: ExportFormat) async throws -> [UInt8] {
        let key = Key(fingerprint: model.fingerprint, format: format)
        let isTaken = try kept.withLock { kept throws(WebProblem) -> [UInt8]? in
            if let bytes = kept.files[key] { return bytes }
            guard kept.waiting < waitingLimit else { throw PackageFiles.busy }
            kept.waiting += 1
            return nil
        }
        if let isTaken { return isTaken }
        defer { kept.withLock { $0.waiting -= 1 } }
        do {
            return try await withCheckedThrowingContinuation { continuation in
                queue.async { [self] in
                    if let bytes = kept.withLock({ $0.files[key] }) {
                        return continuation.resume(returning: bytes)
                    }
                    continuation.resume(
                        with: Result {
                            let bytes = try PackageExport.bytes(model, as: format)
                            keep(bytes, key)
                            return bytes
                        })
                }
            }
        } catch {
            logger.error("\(model.identity.id) as \(format.rawValue): \(error)")
            throw WebProblem(
                .serviceUnavailable, kind: "file", Localized("The file cannot be made", "无法生成文件"),
                (error as? DataPackageError).map { Localized($0.text(.en), $0.text(.zh)) }
                    ?? Localized("Try another format.", "请换一种格式。"))
        }
    }

    private func keep(_ bytes: [UInt8], _ key: Key) {
        guard bytes.count <= byteLimit else { return }
        kept.withLock { kept in
            kept.files[key] = bytes
            kept.order.append(key)
            while kept.files.values.reduce(0, { $0 + $1.count }) > byteLimit, !kept.order.isEmpty {
                kept.files[kept.order.removeFirst()] = nil
            }
        }
    }

    private static var busy: WebProblem {
        var problem = WebProblem(
            .serviceUnavailable, kind: "file", Localized("The file cannot be made now", "暂时无法生成文件"),
            Localized("Too many files are being made; try again in a minute.", "正在生成的文件过多；请一分钟后再试。"))
        problem.headers[.retryAfter] = "60"
        return problem
    }
}

extension ExportFormat {
    /// What the format is for, for readers.
    var purpose: Localized {
        switch self {
        case .package: Localized("data package", "数据包")
        case .csv:
            Localized(
                "data package: CSV tables with their description; can be read in again", "数据包：CSV 各表及说明，可再次读入"
            )
        case .xlsx: Localized("workbook: a sheet a table; can be read in again", "工作簿：每表一页，可再次读入")
        case .geojson: Localized("places with a point, for maps", "有坐标的地点，供地图使用")
        case .graphml: Localized("records and what ties them, for network programs", "记录及其联系，供网络分析软件使用")
        case .gexf: Localized("the same for Gephi", "同上，供 Gephi 使用")
        }
    }
}
