import Ecosystem
import Sheets

/// The firms of one part of `firms.csv`, column by column: ids in one store of bytes, sectors and regions as numbers, numbers as numbers.
///
/// A column is one of numbers where every filled cell is a number; others, such as names, are not computed with and not kept.
struct FirmRows: RecordGathering {
    /// A further column.
    struct Numbers: Sendable {
        let name: String
        let place: Int
        /// NaN where a cell is empty; nothing any more once a cell was no number.
        fileprivate(set) var values: [Double] = []
        fileprivate(set) var isNumeric = true

        /// Whether it is kept where a cell is no number, which then is a finding.
        var isNeeded: Bool { name == "revenue" }
    }

    let file: String
    let idName: String
    let idPlace: Int
    private let sectorPlace: Int
    private let regionPlace: Int?
    private let sitePlace: Int?
    /// Ids one after the other, and where each ends.
    private(set) var ids: [UInt8] = []
    private(set) var ends: [Int] = []
    /// The row of each firm.
    private(set) var rows: [Int32] = []
    private(set) var sectors = TextFinder()
    private(set) var sectorOfFirm: [Int32] = []
    private(set) var regions: TextFinder?
    /// The region's place plus one; 0 for none.
    private(set) var regionOfFirm: [Int32] = []
    private(set) var sites: [String]?
    private(set) var columns: [Numbers] = []
    private(set) var log = FindingLog(limit: 1_000)
    private(set) var cells = 0

    /// `nil` where a column that is needed is not there.
    init?(_ header: CellGrid.Row, _ file: String) {
        guard let id = NetworkReading.column(["id", "firm"], header),
            let sector = NetworkReading.column(["sector"], header)
        else { return nil }
        self.file = file
        idPlace = id
        idName = header[id]
        sectorPlace = sector
        regionPlace = NetworkReading.column(["region"], header)
        sitePlace = NetworkReading.column(["bpns"], header)
        if regionPlace != nil { regions = TextFinder() }
        if sitePlace != nil { sites = [] }
        let taken = [id, sector, regionPlace, sitePlace]
        columns = header.cells.indices.filter { !taken.contains($0) && !header[$0].isEmpty }
            .map { Numbers(name: header[$0], place: $0) }
    }

    mutating func add(_ record: borrowing CSVRecord) throws {
        cells += record.count
        guard cells <= CellGrid.maximumCells else { throw CellGrid.tooLarge(file) }
        guard record.hasText else { return }
        record.withTrimmed(idPlace) { ids += $0 }
        ends.append(ids.count)
        rows.append(Int32(clamping: record.row))
        sectorOfFirm.append(record.withTrimmed(sectorPlace) { sectors.place(adding: $0).place })
        if let regionPlace {
            regionOfFirm.append(
                record.withTrimmed(regionPlace) {
                    $0.isEmpty ? 0 : (regions?.place(adding: $0).place ?? -1) + 1
                })
        }
        if let sitePlace {
            sites?.append(record.withTrimmed(sitePlace) { String(decoding: $0, as: UTF8.self) })
        }
        for index in columns.indices where columns[index].isNumeric { addNumber(record, index) }
    }

    private mutating func addNumber(_ record: borrowing CSVRecord, _ index: Int) {
        let place = columns[index].place
        if let number = Sheets.NumberText.double(record[place]), number.magnitude <= CellGrid.largestNumber {
            columns[index].values.append(number)
            return
        }
        let text = record.string(place).trimmingBlanks()
        let number = text.cellNumber
        if number == nil, !text.isEmpty {
            guard columns[index].isNeeded else {
                columns[index].isNumeric = false
                columns[index].values = []
                return
            }
            log.add(
                CellGrid.noNumber(text, file, row: record.row, column: place, header: columns[index].name))
        }
        columns[index].values.append(number ?? .nan)
    }
}

extension CSVRecord {
    /// Whether any cell holds more than blanks.
    var hasText: Bool {
        for place in 0..<count where withTrimmed(place, { !$0.isEmpty }) { return true }
        return false
    }

    /// Hands out the bytes of a cell without blanks at both ends.
    func withTrimmed<Found>(_ place: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Found) -> Found {
        let bytes = self[place]
        // Other blanks than those of ASCII begin with a larger byte.
        guard let first = bytes.first, let last = bytes.last,
            first <= 0x20 || first >= 0x7F
                || last <= 0x20 || last >= 0x7F
        else { return body(bytes) }
        var text = String(decoding: bytes, as: UTF8.self).trimmingBlanks()
        return text.withUTF8(body)
    }
}
