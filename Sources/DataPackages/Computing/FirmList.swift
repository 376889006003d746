import Ecosystem

/// All firms of a network folder, as links and shocks name them.
struct FirmList: Sendable {
    private(set) var ids: [String] = []
    private(set) var sectors: [String] = []
    private(set) var sectorOfFirm: [Int32] = []
    private(set) var columns: [SupplyNetwork.FirmColumn] = []
    private(set) var places: SupplyNetwork.Places?
    private(set) var siteNumbers: [String]?
    private var finder = TextFinder()
    /// Places by id where some id is not plain ASCII: the same letters can then stand as other bytes.
    private var wide: [String: Int32]?

    /// No firms.
    init() {}

    /// Joins parts in the order of the file; an id that is missing or stands twice is a finding.
    init(_ parts: [FirmRows], _ file: String, _ log: inout FindingLog) {
        guard let first = parts.first else { return }
        let count = parts.reduce(0) { $0 + $1.rows.count }
        ids.reserveCapacity(count)
        sectorOfFirm.reserveCapacity(count)
        if parts.contains(where: { $0.ids.contains { $0 >= 0x80 } }) { wide = [:] }
        var sectors = NamesInOrder()
        var regions = NamesInOrder()
        var regionOfFirm: [Int32] = []
        if first.sites != nil { siteNumbers = [] }
        for part in parts {
            addIDs(of: part, file, &log)
            let sectorPlaces = part.sectors.texts.map { sectors.place(of: $0) }
            sectorOfFirm += part.sectorOfFirm.map { sectorPlaces[Int($0)] }
            if let found = part.regions {
                let places = [-1] + found.texts.map { regions.place(of: $0) }
                regionOfFirm += part.regionOfFirm.map { places[Int($0)] }
            }
            siteNumbers? += part.sites ?? []
            log.add(part.log)
        }
        self.sectors = sectors.names
        if first.regions != nil { places = .init(regions: regions.names, regionOfFirm: regionOfFirm) }
        for index in first.columns.indices where parts.allSatisfy({ $0.columns[index].isNumeric }) {
            var numbers: [Double] = []
            numbers.reserveCapacity(count)
            for part in parts { numbers += part.columns[index].values }
            columns.append(.init(name: first.columns[index].name, numbers: numbers))
        }
    }

    private mutating func addIDs(of part: FirmRows, _ file: String, _ log: inout FindingLog) {
        part.ids.withUnsafeBufferPointer { bytes in
            var start = 0
            for (index, end) in part.ends.enumerated() {
                let id = UnsafeBufferPointer(rebasing: bytes[start..<end])
                start = end
                let text = String(decoding: id, as: UTF8.self)
                let (place, isNew) = finder.place(adding: id)
                let isTwice = !isNew || wide?.updateValue(place, forKey: text) != nil
                ids.append(text)
                guard id.isEmpty || isTwice else { continue }
                log.add(
                    Finding(
                        .error, file: file, row: Int(part.rows[index]),
                        column: FieldName(rawValue: part.idName), position: part.idPlace + 1,
                        Localized(
                            text.isEmpty
                                ? "a firm needs an id" : "“\(Finding.shown(text))” stands twice",
                            text.isEmpty ? "企业须有编号" : "“\(Finding.shown(text))”出现两次"), value: text))
            }
        }
    }

    /// The place of the firm whose id stands in a cell; `nil` where there is none or the cell has to be looked at more closely.
    func place(of cell: UnsafeBufferPointer<UInt8>) -> Int32? { finder.place(of: cell) }

    /// The place of a firm by its id.
    func place(of id: String) -> Int32? { finder.place(of: id) ?? wide?[id] }

    /// The place of the firm that a cell names, blanks at both ends left aside; a finding where there is none.
    func place(
        of text: String, _ file: String, _ row: Int, _ column: String, _ log: inout FindingLog
    ) -> Int32? {
        if let place = place(of: text) ?? place(of: text.trimmingBlanks()) { return place }
        log.add(
            Finding(
                .error, file: file, row: row, column: FieldName(rawValue: column),
                Localized(
                    "no firm of firms.csv has the id “\(Finding.shown(text))”; add it there or correct it",
                    "firms.csv 中没有编号“\(Finding.shown(text))”；请补上该企业或更正编号"), value: text))
        return nil
    }
}
