import Ecosystem

/// What the inner loop does with the cells of one column; plain values only, so that no reference is counted.
struct ColumnRule {
    /// The check that a cell goes through.
    enum Check: UInt8 {
        case none, id, text, name, phrase, phrases, code, codes, reference, references, number, integer, date
        case period, longitude, latitude, unit, qualifier, boolean, identifier, translationEN, translationZH
    }

    var check: Check
    /// The position of the field in its schema; −1 for extra and skipped columns.
    var field: Int
    /// The field's bit in the row's set of filled cells; 0 for extra and skipped columns.
    var bit: UInt64 = 0
    /// What a reference may point to.
    var mask = KindMask([])
    /// The number of the vocabulary in the scan's list, and its terms.
    var terms = 0
    var termView: ByteTable.View?
    /// Limits of numbers.
    var low = 0.0
    var high = 0.0

    /// The rule of a column that is only stored.
    static var unchecked: ColumnRule { ColumnRule(check: .none, field: -1) }

    /// The rule for a field.
    init(_ field: Field, at index: Int, of kind: RecordKind, terms: (Vocabulary) -> (Int, ByteTable.View)) {
        self.field = index
        bit = 1 << UInt64(index)
        switch field.type {
        case .id: check = .id
        case .text:
            check = .text
            if kind == .translation { check = field.name == "en" ? .translationEN : .translationZH }
        case .name: check = .name
        case .phrase: check = .phrase
        case .phrases: check = .phrases
        case .code(let vocabulary):
            check = .code
            (self.terms, termView) = terms(vocabulary)
        case .codes(let vocabulary):
            check = .codes
            (self.terms, termView) = terms(vocabulary)
        case .reference(let kinds):
            check = .reference
            mask = KindMask(kinds)
        case .references(let kinds):
            check = .references
            mask = KindMask(kinds)
        case .number(let range):
            check = .number
            low = range.lowerBound
            high = range.upperBound
        case .integer(let range):
            check = .integer
            low = Double(range.lowerBound)
            high = Double(range.upperBound)
        case .date: check = .date
        case .period: check = .period
        case .longitude:
            check = .longitude
            low = -180
            high = 180
        case .latitude:
            check = .latitude
            low = -90
            high = 90
        case .unit: check = .unit
        case .qualifier: check = .qualifier
        case .boolean: check = .boolean
        case .identifier: check = .identifier
        }
    }

    private init(check: Check, field: Int) {
        self.check = check
        self.field = field
    }
}
