import Ecosystem
import FoundationEssentials
import Kernels
import Sheets
import Synchronization

/// What is gathered from the records of one part of a file.
protocol RecordGathering: Sendable {
    /// Takes in a record behind the header.
    mutating func add(_ record: borrowing CSVRecord) throws
}

/// Reads a large CSV file of a folder on several threads where it can be cut, else on one; what is gathered is the same.
struct PartedCSV {
    let source: PackageSource
    let file: String
    let options: CSVOptions
    /// How many bytes a part has.
    var partBytes = 1 << 19
    /// How many threads read.
    var threads = ProcessInfo.processInfo.activeProcessorCount

    /// Gathers all records behind the header.
    ///
    /// - Parameters:
    ///   - skipsBlank: whether records of blank cells may stand before the header.
    ///   - start: what gathers nothing yet, from the header; `nil` where the header will not do.
    /// - Returns: what was gathered, part by part in the order of the file; nothing where there is no header or it will not do.
    func read<Gathering: RecordGathering>(
        skipsBlank: Bool = false, _ start: (CellGrid.Row) -> Gathering?
    ) throws -> (parts: [Gathering], summary: CSVSummary) {
        if let found = try sideBySide(skipsBlank, start) { return found }
        var gathering: Gathering?
        var isHeaderSeen = false
        let summary = try source.readCSV(file, options) { record in
            guard isHeaderSeen else {
                if let header = Self.header(record, skipsBlank) {
                    isHeaderSeen = true
                    gathering = start(header)
                }
                return
            }
            try gathering?.add(record)
        }
        return (gathering.map { [$0] } ?? [], summary)
    }

    private static func header(_ record: borrowing CSVRecord, _ skipsBlank: Bool) -> CellGrid.Row? {
        let cells = record.strings.map { $0.trimmingBlanks() }
        if skipsBlank, cells.allSatisfy(\.isEmpty) { return nil }
        return CellGrid.Row(number: record.row, cells: cells)
    }

    private func sideBySide<Gathering: RecordGathering>(
        _ skipsBlank: Bool, _ start: (CellGrid.Row) -> Gathering?
    ) throws -> (parts: [Gathering], summary: CSVSummary)? {
        guard let path = source.path(of: file),
            let parts = try CSVParts(path: path, options: options, partBytes: partBytes)
        else { return nil }
        let surveys = try each(parts.count) { try parts.survey($0) }
        guard let rows = parts.firstRows(surveys) else { return nil }
        var header: CellGrid.Row?
        try parts.read(0, from: 1) { record in if header == nil { header = Self.header(record, skipsBlank) } }
        guard let header, let empty = start(header) else { return nil }
        let found = try each(parts.count) { part in
            var gathering = empty
            let summary = try parts.read(part, from: rows[part]) { record in
                if record.row > header.number { try gathering.add(record) }
            }
            return (gathering: gathering, summary: summary)
        }
        let summary = CSVSummary.joined(found.map(\.summary), keeping: options.maximumProblems)
        return summary.map { (found.map(\.gathering), $0) }
    }

    /// Does a piece of work for each part and returns what came of it in their order; of several errors the first part's is thrown.
    private func each<Found: Sendable>(
        _ count: Int, _ work: @escaping @Sendable (Int) throws -> Found
    ) throws -> [Found] {
        let found = Mutex([Swift.Result<Found, any Error>?](repeating: nil, count: count))
        let queue = WorkQueue(count: count)
        WorkQueue.run(threads: min(threads, count)) { _ in
            while let piece = queue.take() {
                for part in piece {
                    let result = Swift.Result { try work(part) }
                    found.withLock { $0[part] = result }
                }
            }
        }
        return try found.withLock { $0 }.compactMap { $0 }.map { try $0.get() }
    }
}
