import Ecosystem
import Sheets

/// The links of one part of `links.csv`.
struct LinkRows: RecordGathering {
    private let file: String
    private let firms: FirmList
    private let supplier: Int
    private let customer: Int
    private let value: Int
    private let via: Int?
    private var links = SupplyNetwork.Links(suppliers: [], customers: [], values: [])
    private var ways = TextFinder()
    private var wayOfLink: [Int32] = []
    private var log = FindingLog(limit: 1_000)
    /// The supplier of the row before: most files name it again.
    private var last: (text: [UInt8], place: Int32) = ([], -1)

    /// `nil` where a column that is needed is not there.
    init?(_ header: CellGrid.Row, _ file: String, _ firms: FirmList) {
        guard let supplier = NetworkReading.column(["supplier"], header),
            let customer = NetworkReading.column(["customer"], header),
            let value = NetworkReading.column(["value", "w"], header)
        else { return nil }
        self.file = file
        self.firms = firms
        self.supplier = supplier
        self.customer = customer
        self.value = value
        via = NetworkReading.column(["via"], header)
    }

    mutating func add(_ record: borrowing CSVRecord) {
        let supplier = supplier(in: record)
        let customer =
            firms.place(of: record[customer])
            ?? firms.place(of: record.string(customer), file, record.row, "customer", &log)
        let number = Sheets.NumberText.double(record[value]) ?? record.string(value).cellNumber
        guard let number, number >= 0, number <= CellGrid.largestNumber else {
            let text = record.string(value)
            log.add(
                Finding(
                    .error, file: file, row: record.row, column: "value", position: value + 1,
                    Localized(
                        "“\(Finding.shown(text))” is no value of a link; a number from 0 on is needed",
                        "“\(Finding.shown(text))”不是供货额；应为不小于 0 的数字"), value: text, expected: "number ≥ 0"))
            return
        }
        guard let supplier, let customer else { return }
        links.suppliers.append(supplier)
        links.customers.append(customer)
        links.values.append(number)
        if let via {
            wayOfLink.append(record.withTrimmed(via) { $0.isEmpty ? 0 : ways.place(adding: $0).place + 1 })
        }
    }

    private mutating func supplier(in record: borrowing CSVRecord) -> Int32? {
        let cell = record[supplier]
        if last.place >= 0, last.text.count == cell.count, last.text.elementsEqual(cell) { return last.place }
        guard let place = firms.place(of: cell) else {
            return firms.place(of: record.string(supplier), file, record.row, "supplier", &log)
        }
        last = (Array(cell), place)
        return place
    }

    /// Joins parts in the order of the file; each is given up when it has been taken over, so that links do not stand in memory twice.
    static func joined(
        _ parts: inout [LinkRows], _ log: inout FindingLog
    ) -> (links: SupplyNetwork.Links, ways: SupplyNetwork.Ways?) {
        var links = SupplyNetwork.Links(suppliers: [], customers: [], values: [])
        let count = parts.reduce(0) { $0 + $1.links.values.count }
        links.suppliers.reserveCapacity(count)
        links.customers.reserveCapacity(count)
        links.values.reserveCapacity(count)
        var names = NamesInOrder()
        var wayOfLink: [Int32] = []
        let hasWays = parts.first?.via != nil
        for index in parts.indices {
            let part = parts[index]
            parts[index].links = .init(suppliers: [], customers: [], values: [])
            links.suppliers += part.links.suppliers
            links.customers += part.links.customers
            links.values += part.links.values
            if hasWays {
                let places = [-1] + part.ways.texts.map { names.place(of: $0) }
                wayOfLink += part.wayOfLink.map { places[Int($0)] }
            }
            log.add(part.log)
        }
        return (links, hasWays ? .init(names: names.names, wayOfLink: wayOfLink) : nil)
    }
}
