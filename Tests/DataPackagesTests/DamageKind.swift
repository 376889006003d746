import DataPackages
import Ecosystem
import Kernels

/// The ways in which a cell is damaged.
enum DamageKind: String, CaseIterable {
    case danglingReference = "dangling reference"
    case wrongKind = "reference to another kind"
    case emptyPart = "empty part of a list"
    case duplicateID = "duplicate id in the table"
    case foreignID = "id of another table"
    case badID = "id with a blank"
    case noNumber = "no number"
    case noInteger = "no whole number"
    case outOfRange = "number out of range"
    case noDate = "no date"
    case unknownTerm = "unknown term"
    case noBoolean = "neither yes nor no"
    case noQualifier = "no comparison sign"
    case unknownUnit = "unknown unit"
    case badPeriod = "impossible period"
    case badIdentifier = "broken identifier"
    case requiredEmpty = "required and empty"
    case untranslated = "missing translation"
    case missingName = "name in one language only"
    case noBasis = "no basis"
    case noSource = "no source"
    case control = "control character"
    case invalidUTF8 = "invalid UTF-8"
    case zeroByte = "zero byte"
    case strayText = "text after a closing quote"
    case shortRow = "field missing"
    case longRow = "field too many"
    case halfPoint = "half a point"
    case swappedPoint = "longitude and latitude exchanged"
    case selfCircle = "record above itself"
    case selfRelation = "relation to itself"

    /// Whether it can be done to a field.
    func fits(_ field: Field, of kind: RecordKind) -> Bool {
        switch (self, field.type) {
        case (.danglingReference, .reference), (.danglingReference, .references): true
        case (.wrongKind, .reference(let kinds)), (.wrongKind, .references(let kinds)): !kinds.isEmpty
        case (.emptyPart, .references), (.emptyPart, .codes), (.emptyPart, .phrases): true
        case (.duplicateID, .id), (.foreignID, .id), (.badID, .id): true
        case (.noNumber, .number), (.noNumber, .integer), (.noNumber, .longitude), (.noNumber, .latitude):
            true
        case (.noInteger, .integer): true
        case (.outOfRange, .number(let range)): range.upperBound < .greatestFiniteMagnitude
        case (.outOfRange, .integer), (.outOfRange, .longitude), (.outOfRange, .latitude): true
        case (.noDate, .date): true
        case (.unknownTerm, .code), (.unknownTerm, .codes): true
        case (.noBoolean, .boolean): true
        case (.noQualifier, .qualifier): true
        case (.unknownUnit, .unit): true
        case (.badPeriod, .period): true
        case (.badIdentifier, .identifier(let scheme)): scheme != .industry
        case (.requiredEmpty, let type): field.isRequired && type != .id
        case (.untranslated, .phrase), (.untranslated, .phrases): true
        case (.missingName, .name): field.name.rawValue.hasSuffix("_zh")
        case (.noBasis, _): field.name == "basis"
        case (.noSource, _): field.name == "sources"
        case (.control, .text), (.control, .name), (.control, .phrase): true
        case (.invalidUTF8, _), (.zeroByte, _), (.strayText, _), (.shortRow, _): field.name != "id"
        case (.longRow, _): field.name == "id"
        case (.halfPoint, .longitude), (.halfPoint, .latitude), (.swappedPoint, .latitude): true
        case (.selfCircle, .reference(let kinds)): kinds == [kind]
        case (.selfRelation, .reference): kind == .relation && field.name == "object_id"
        default: false
        }
    }

    /// The severities with which it must be reported.
    func severities(_ field: Field) -> Set<Finding.Severity> {
        switch self {
        case .unknownTerm:
            switch field.type {
            case .code(let vocabulary), .codes(let vocabulary):
                return [vocabulary.isClosed ? .error : .warning]
            default: return [.error]
            }
        case .badIdentifier:
            return field.type == .identifier(.businessPartner) ? [.warning] : [.error]
        case .unknownUnit, .badPeriod, .noBasis, .noSource, .control, .emptyPart, .selfRelation:
            return [.warning]
        case .untranslated, .missingName: return [.gap]
        default: return [.error]
        }
    }
}
