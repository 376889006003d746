import DataPackages
import Ecosystem
import Kernels

/// Plants faults into a package, each in a row of its own.
struct DamagePlanter {
    var package: DamagedPackage
    var generator: SeededGenerator
    private(set) var faults: [PlantedFault] = []
    private var used: [RecordKind: Set<Int>] = [:]

    init(_ package: DamagedPackage, seed: UInt64) {
        self.package = package
        generator = SeededGenerator(seed: seed)
    }

    /// Plants one fault; `false` where the table has no row left for it.
    mutating func plant(_ damage: DamageKind, _ field: Field, of kind: RecordKind) -> Bool {
        guard var table = package.tables[kind], let column = table.column(field.name),
            let row = freeRow(table, kind, damage, column)
        else { return false }
        var place: FieldName? = field.name
        var cell = table.rows[row][column]
        let isList = field.type.isList
        func join(_ text: String) -> String { isList && !cell.isEmpty ? cell + ";" + text : text }
        switch damage {
        case .danglingReference: cell = join("zz.\(generator.next() % 1_000_000)")
        case .wrongKind:
            guard let other = foreignKind(field), let id = pick(package.ids[other] ?? []) else {
                return false
            }
            cell = join(id)
        case .emptyPart: cell = cell.isEmpty ? ";" : cell + ";;" + cell
        case .duplicateID:
            guard row > 0, used[kind]?.contains(0) != true else { return false }
            used[kind, default: []].insert(0)
            cell = table.rows[0][0]
        case .foreignID:
            // Documents and paragraphs may share an id; translations are read first, so that the other is reported.
            guard kind != .paragraph, kind != .source, kind != .translation,
                let id = pick(package.ids[.translation] ?? [])
            else { return false }
            cell = id
        case .badID: cell = pick(["a b", "x;y", " lead", "q\"q", "tab\tid"]).map { "\($0)\(row)" } ?? ""
        case .noNumber:
            cell = pick(["1.2.3", "about 5", "12,5", "NaN", "0x10", "1e", "--1", "１２", "∞", "5 t"]) ?? ""
        case .noInteger: cell = pick(["3.5", "1e3", "7.0"]) ?? ""
        case .outOfRange:
            switch field.type {
            case .longitude: cell = pick(["181", "-180.5", "1e9"]) ?? ""
            case .latitude: cell = pick(["90.5", "-91", "400"]) ?? ""
            case .integer(let range):
                cell = pick(["\(range.lowerBound - 1)", "\(range.upperBound + 1)"]) ?? ""
            default: cell = pick(["-1", "1e300", "-0.5"]) ?? ""
            }
        case .noDate:
            cell =
                pick(["2014-13", "31.12.2014", "2014-02-30", "2014-1-1", "last year", "20140101", "14"]) ?? ""
        case .unknownTerm: cell = join("no_such_term_\(generator.next() % 1000)")
        case .noBoolean: cell = pick(["true", "Y", "是", "1", "Yes"]) ?? ""
        case .noQualifier: cell = pick(["≈", "==", ">>", "about", "≥"]) ?? ""
        case .unknownUnit: cell = "zorkmid\(generator.next() % 1000)"
        case .badPeriod: cell = pick(["2014-13", "2015-2013", "2014-02-30"]) ?? ""
        case .badIdentifier: cell = brokenIdentifier(field)
        case .requiredEmpty: cell = ""
        case .untranslated: cell = join("no translation of number \(generator.next())")
        case .missingName:
            let partner = FieldName(rawValue: String(field.name.rawValue.dropLast(2)) + "en")
            guard let other = table.column(partner) else { return false }
            table.rows[row][other] = "Something"
            cell = ""
        case .noBasis, .noSource:
            if damage == .noSource, let basis = table.column("basis") { table.rows[row][basis] = "stated" }
            cell = ""
        case .control: cell = cell + (pick(["\u{1}", "\u{7F}", "\n", "\u{1B}["]) ?? "\n") + "x"
        case .invalidUTF8, .zeroByte, .strayText, .shortRow, .longRow:
            place = damageLine(damage, &table, row, column)
            cell = table.rows[row][column]
        case .halfPoint:
            guard let other = table.column(field.name == "lon" ? "lat" : "lon") else { return false }
            table.rows[row][other] = "39.9"
            cell = ""
        case .swappedPoint:
            guard let other = table.column("lon") else { return false }
            table.rows[row][other] = "39.\(generator.next() % 100)"
            cell = "116.\(generator.next() % 100)"
        case .selfCircle: cell = table.rows[row][0]
        case .selfRelation:
            guard let subject = table.column("subject_id") else { return false }
            cell = table.rows[row][subject]
        }
        table.rows[row][column] = cell
        package.tables[kind] = table
        used[kind, default: []].insert(row)
        faults.append(
            PlantedFault(
                kind: damage.rawValue, file: kind.table + ".csv", row: row + 2, column: place,
                severities: damage.severities(field)))
        return true
    }

    private mutating func pick<T>(_ values: [T]) -> T? {
        values.isEmpty ? nil : values[generator.next(below: values.count)]
    }

    private mutating func freeRow(
        _ table: DamagedPackage.Table, _ kind: RecordKind, _ damage: DamageKind, _ column: Int
    ) -> Int? {
        let limit = max(1, table.rows.count * 2 / 5)
        guard used[kind, default: []].count < limit else { return nil }
        for _ in 0..<50 {
            let row = generator.next(below: table.rows.count)
            if used[kind]?.contains(row) != true { return row }
        }
        return nil
    }

    private mutating func foreignKind(_ field: Field) -> RecordKind? {
        let targets = field.type.targets ?? []
        // The id of general knowledge is that of a document and of a paragraph.
        let others = RecordKind.allCases.filter {
            !targets.contains($0) && package.ids[$0] != nil && $0 != .source && $0 != .paragraph
        }
        return pick(others)
    }

    private mutating func brokenIdentifier(_ field: Field) -> String {
        guard case .identifier(let scheme) = field.type else { return "" }
        switch scheme {
        case .unifiedSocialCredit:
            return pick(["91110000100000000I", "9.11E+17", "91310000", "ABCDEFGHIJKLMNOPQR"]) ?? ""
        case .administrativeDivision: return pick(["13", "99999999", "1101AB", "1.1E+5"]) ?? ""
        case .locode: return pick(["CN", "12TXG", "CNTXGG", "CN TX1"]) ?? ""
        case .businessPartner: return pick(["BPNL00000000IF61", "BPN123", "BPNX000000000001"]) ?? ""
        case .harmonizedSystem, .industry: return "?"
        }
    }

    /// Damages the bytes of a row; the column that must be named.
    private mutating func damageLine(
        _ damage: DamageKind, _ table: inout DamagedPackage.Table, _ row: Int, _ column: Int
    ) -> FieldName? {
        var bytes: [UInt8] = []
        let cells = table.rows[row]
        for (index, cell) in cells.enumerated() {
            if damage == .shortRow, index >= column { break }
            if index > 0 { bytes.append(0x2C) }
            guard index == column else {
                bytes += DamagedPackage.quoted(cell)
                continue
            }
            switch damage {
            case .invalidUTF8: bytes += [0x78, 0xFF, 0x79]
            case .zeroByte: bytes += [0x78, 0x00, 0x79]
            case .strayText: bytes += Array("\"a\"b".utf8)
            default: bytes += DamagedPackage.quoted(cell)
            }
        }
        if damage == .longRow { bytes += Array(",more".utf8) }
        table.raw[row] = bytes + [0x0D, 0x0A]
        switch damage {
        case .longRow: return nil
        case .shortRow: return table.header[column]
        default: return table.header[column]
        }
    }
}
