import Ecosystem

/// What all tables of a package share while it is read: ids, translations, points, trees, and the findings.
final class ScanContext {
    /// A reference whose target had not been read yet when it was met.
    struct Pending {
        /// Number in ``pendingTexts``.
        var text: UInt32
        var row: UInt32
        /// Number of the record's id in ``ids``; −1 where it has none.
        var record: Int32
        var mask: KindMask
        var table: UInt8
        var position: UInt16
    }

    /// A record that names a record above it, before it or after it.
    struct Link {
        var child: Int32
        /// Number in ``ids``, or the complement of a number in ``pendingTexts``.
        var parent: Int32
        var row: UInt32
        var position: UInt16
        var field: UInt8
        var table: UInt8
    }

    /// A record with coordinates.
    struct Place {
        var longitude: Double
        var latitude: Double
        /// The region that it lies in: number in ``ids`` or complement of a number in ``pendingTexts``; `nil` for none.
        var region: Int32?
        var record: Int32
        var row: UInt32
        var position: UInt16
        var table: UInt8
    }

    var log: FindingLog
    let options: CheckOptions
    /// False as soon as a cell is seen that a model would not hold.
    var isComplete = true
    /// Files by table number.
    var files: [String] = []
    /// Kinds by table number.
    var kinds: [RecordKind] = []
    /// Header names by table number, for places that are reported later.
    var headers: [[FieldName]] = []

    let ids = IDRegister()

    let pendingTexts = ByteTable()
    var pending: [Pending] = []
    var links: [Link] = []

    let translations = TranslationRegister()
    let missingPhrases = ByteTable()
    /// Phrases met where there is no table of translations.
    var untranslatedPhrases = 0

    var places: [Place] = []
    /// Number of the id → point and scale of a region.
    var regionPoints: [Int32: (point: GeoPoint, scale: RegionReach.Scale)] = [:]
    /// Number of the id → administrative code of a region, with its row and column.
    var regionCodes:
        [(record: Int32, code: AdministrativeCode, row: UInt32, position: UInt16, table: UInt8)] = []

    private(set) var vocabularies: [Vocabulary] = []
    private(set) var termTables: [ByteTable] = []

    let units = ByteTable()
    var unitVerdicts: [Bool] = []
    let periods = ByteTable()
    var periodVerdicts: [Bool] = []

    init(options: CheckOptions) {
        self.options = options
        log = FindingLog(limit: options.maximumFindings)
    }

    /// The number of a vocabulary and its terms, which never change and live as long as the context.
    func terms(_ vocabulary: Vocabulary) -> (Int, ByteTable.View) {
        if let found = vocabularies.firstIndex(of: vocabulary) { return (found, termTables[found].view) }
        let table = ByteTable(capacity: vocabulary.terms.count)
        for term in vocabulary.terms { table.insert(term.code) }
        vocabularies.append(vocabulary)
        termTables.append(table)
        return (vocabularies.count - 1, table.view)
    }

    /// Whether a unit is registered; each text is judged once.
    func isKnownUnit(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let (number, isNew) = units.insert(text)
        if isNew { unitVerdicts.append(UnitRegister.unit(String(decoding: text, as: UTF8.self)) != nil) }
        return number >= 0 && unitVerdicts[number]
    }

    /// Whether a period reads as one; each text is judged once.
    func isGoodPeriod(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let (number, isNew) = periods.insert(text)
        if isNew { periodVerdicts.append(!Period.isDoubtful(String(decoding: text, as: UTF8.self))) }
        return number >= 0 && periodVerdicts[number]
    }

    /// The text of an id number.
    func id(_ number: Int32) -> String? { ids.text(of: number) }

    /// Reports an id that two records bear: at the later one, and at both where they stand in different tables.
    func reportTaken(_ new: Int, _ first: Int) {
        let (later, earlier) = (ids.entry(new), ids.entry(first))
        let id = String(decoding: ids.bytes(new), as: UTF8.self)
        func report(_ entry: IDRegister.Entry, _ other: IDRegister.Entry) {
            let table = Int(entry.table)
            self.report(
                .error, table: table, row: Int(entry.row),
                position: (headers[table].firstIndex(of: "id") ?? 0) + 1,
                FindingText.duplicateID(id, file: files[Int(other.table)], row: Int(other.row)), value: id,
                recordID: id)
        }
        report(later, earlier)
        if later.table != earlier.table { report(earlier, later) }
    }

    /// Adds a finding at a place of a table.
    func report(
        _ severity: Finding.Severity, table: Int, row: Int?, position: Int = 0, column: FieldName? = nil,
        _ message: @autoclosure () -> Localized, value: String? = nil, expected: String? = nil,
        suggestion: String? = nil, recordID: String? = nil
    ) {
        log.add(
            Finding(
                severity, file: files[table], row: row, column: column ?? columnName(table, position),
                position: position, message(), value: value, expected: expected, suggestion: suggestion,
                recordID: recordID), severity: severity)
    }

    private func columnName(_ table: Int, _ position: Int) -> FieldName? {
        guard position > 0, position <= headers[table].count else { return nil }
        return headers[table][position - 1]
    }
}
