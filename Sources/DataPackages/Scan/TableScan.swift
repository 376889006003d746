import Ecosystem
import Sheets

/// Reads one table: its header, then record by record, every cell through the rule of its column.
final class TableScan {
    let context: ScanContext
    let schema: RecordSchema
    let table: Int
    let kindMask: KindMask
    let isTranslation: Bool
    let ids: IDRegister
    let translations: TranslationRegister
    let hasTranslations: Bool
    let map: HeaderMap
    let width: Int
    let rules: UnsafeMutablePointer<ColumnRule>
    let sink: ModelSink?
    /// Sink columns by file position; −1 for columns that are not stored.
    let places: UnsafeMutablePointer<Int>

    /// The required fields that have a column.
    let requiredBits: UInt64
    /// The pairs of fields that hold a name in both languages, with the positions of their columns.
    let namePairs: [NamePair]
    let basisBit: UInt64
    let sourcesBit: UInt64
    let valueUnits: [(value: UInt64, unit: UInt64, position: Int)]

    let idPosition: Int?
    let basisPosition: Int?
    let sourcesPosition: Int?
    let longitudePosition: Int?
    let latitudePosition: Int?
    let regionPosition: Int?
    let levelPosition: Int?
    let englishPosition: Int?
    let editionPosition: Int?
    let endPosition: Int?
    let startPosition: Int?
    let subjectPosition: Int?
    let objectPosition: Int?

    /// Names of the records by their normal form, where two with the same name are suspicious.
    let names: ByteTable?
    var nameRows: [UInt32] = []
    let namePosition: Int?
    let codes: ByteTable?
    var codeRows: [UInt32] = []

    /// Columns that name a record above, before or after this one, with the fields' positions in the schema.
    let linkColumns: [(position: Int, field: Int)]
    /// Columns with public identifiers.
    let identifierColumns: [(position: Int, scheme: IdentifierScheme)]

    // The record that is being read.
    var row = 0
    var record: Int32 = -1

    /// Two fields for one name.
    struct NamePair {
        var en: UInt64
        var zh: UInt64
        var enPosition: Int
        var zhPosition: Int
        /// Whether a record without either is worth a remark.
        var isMain: Bool
    }

    init(_ context: ScanContext, kind: RecordKind, table: Int, map: HeaderMap, sink: ModelSink?) {
        self.context = context
        self.table = table
        self.map = map
        self.sink = sink
        let schema = EcosystemSchema.schema(of: kind)
        self.schema = schema
        kindMask = KindMask(kind)
        isTranslation = kind == .translation
        ids = context.ids
        translations = context.translations
        hasTranslations = !context.translations.isEmpty
        width = map.columns.count
        rules = .allocate(capacity: max(1, width))
        places = .allocate(capacity: max(1, width))
        for (position, column) in map.columns.enumerated() {
            switch column {
            case .field(let index):
                (rules + position).initialize(
                    to: ColumnRule(schema.fields[index], at: index, of: kind, terms: { context.terms($0) }))
                (places + position).initialize(to: index)
            case .extra(let number):
                (rules + position).initialize(to: .unchecked)
                (places + position).initialize(to: schema.fields.count + number)
            case .skipped:
                (rules + position).initialize(to: .unchecked)
                (places + position).initialize(to: -1)
            }
        }
        func position(_ name: FieldName) -> Int? { schema.index(of: name).flatMap { map.position(of: $0) } }
        func bit(_ name: FieldName) -> UInt64 {
            guard let index = schema.index(of: name), map.position(of: index) != nil else { return 0 }
            return 1 << UInt64(index)
        }
        var required: UInt64 = 0
        for (index, field) in schema.fields.enumerated()
        where field.isRequired && map.position(of: index) != nil {
            required |= 1 << UInt64(index)
        }
        requiredBits = required
        idPosition = position("id")
        basisPosition = position("basis")
        sourcesPosition = position("sources")
        longitudePosition = position("lon")
        latitudePosition = position("lat")
        regionPosition = position(kind == .region ? "parent_id" : "region_id")
        levelPosition = position("level")
        englishPosition = position("en")
        editionPosition = position("industry_edition")
        let span: (FieldName, FieldName) =
            switch kind {
            case .stage: ("start_year", "end_year")
            case .region: ("valid_from", "valid_to")
            default: ("date", "end_date")
            }
        startPosition = position(span.0)
        endPosition = position(span.1)
        subjectPosition = position(kind == .byproductFlow ? "from_id" : "subject_id")
        objectPosition = position(kind == .byproductFlow ? "to_id" : "object_id")
        let judgesNames: Set<RecordKind> = [.organization, .park, .segment, .product]
        namePosition = judgesNames.contains(kind) ? position("name_zh") : nil
        names = namePosition == nil ? nil : ByteTable()
        codes = position("uscc") == nil ? nil : ByteTable()
        var identifiers: [(position: Int, scheme: IdentifierScheme)] = []
        var links: [(position: Int, field: Int)] = []
        for (position, column) in map.columns.enumerated() {
            guard case .field(let index) = column else { continue }
            let field = schema.fields[index]
            if case .identifier(let scheme) = field.type { identifiers.append((position, scheme)) }
            if field.type == .reference([kind]) { links.append((position, index)) }
        }
        identifierColumns = identifiers
        linkColumns = links
        basisBit = bit("basis")
        var units: [(value: UInt64, unit: UInt64, position: Int)] = []
        var pairs: [NamePair] = []
        sourcesBit = bit("sources")
        for (value, unit) in [
            ("value", "unit"), ("quantity", "unit"), ("capacity", "capacity_unit"), ("time", "time_unit"),
            ("distance", "distance_unit"),
        ] as [(FieldName, FieldName)] {
            guard bit(value) != 0, let unitField = schema.field(unit), !unitField.isRequired else { continue }
            units.append((bit(value), bit(unit), (position(unit) ?? position(value) ?? 0) + 1))
        }
        for (stem, isMain) in [
            ("name", true), ("title", true), ("label", true), ("short", false), ("inverse", false),
            ("material", false),
        ] {
            let en = FieldName(rawValue: stem + "_en")
            let zh = FieldName(rawValue: stem + "_zh")
            guard schema.field(en) != nil, schema.field(zh) != nil, bit(en) | bit(zh) != 0 else { continue }
            let either = position(en) ?? position(zh) ?? 0
            pairs.append(
                NamePair(
                    en: bit(en), zh: bit(zh), enPosition: (position(en) ?? either) + 1,
                    zhPosition: (position(zh) ?? either) + 1, isMain: isMain))
        }
        valueUnits = units
        namePairs = pairs
    }

    deinit {
        rules.deallocate()
        places.deallocate()
    }

    /// Checks one record and hands it to the model.
    func read(_ record: borrowing CSVRecord) {
        row = record.row
        self.record = -1
        if let idPosition { readID(record[idPosition]) }
        if record.count != width { reportWidth(record.count) }
        var filled: UInt64 = 0
        let count = min(width, record.count)
        var position = 0
        while position < count {
            let cell = record[position]
            if !cell.isEmpty {
                filled |= rules[position].bit
                check(cell, position)
            }
            position &+= 1
        }
        checkRow(record, filled)
        sink?.add(record, places: places, width: width)
    }

    /// Makes the table's ids and texts known to the tables that follow.
    func end() {
        record = -1
        if isTranslation {
            translations.makeKnown { row, text in
                self.row = row
                if let position = englishPosition {
                    report(.warning, position, FindingText.translatedTwice, value: text)
                }
            }
        } else {
            ids.makeKnown { context.reportTaken($0, $1) }
        }
    }

    /// Notes a finding in the current record.
    @inline(never)
    func report(
        _ severity: Finding.Severity, _ position: Int, _ message: @autoclosure () -> Localized,
        value: UnsafeBufferPointer<UInt8>? = nil, expected: String? = nil, suggestion: String? = nil
    ) {
        context.report(
            severity, table: table, row: row, position: position + 1, message(),
            value: value.map { String(decoding: $0, as: UTF8.self) }, expected: expected,
            suggestion: suggestion,
            recordID: context.id(record))
    }
}
