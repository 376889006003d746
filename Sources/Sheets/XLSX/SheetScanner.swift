/// Reads the XML of one worksheet and hands out its rows.
final class SheetScanner: XMLHandler {
    private let shared: SharedStrings
    private let isDate: [Bool]
    private let uses1904: Bool
    private let body: (borrowing XLSXRow) throws -> Void
    private(set) var rows = 0

    private let arena = TextArena()
    private var cells: [StoredCell] = []
    private var row = 0
    private var column = 0
    private var isInRow = false
    private var isInCell = false
    private var type = CellType.number
    private var style = 0
    private var isFormula = false
    private var textStart = 0
    private var hasValue = false
    private var isInText = false
    private var phoneticDepth = 0

    private enum CellType { case number, shared, text, boolean, error }
    private static let maximumRowBytes = 64 << 20

    init(
        _ shared: SharedStrings, isDate: [Bool], uses1904: Bool,
        _ body: @escaping (borrowing XLSXRow) throws -> Void
    ) {
        self.shared = shared
        self.isDate = isDate
        self.uses1904 = uses1904
        self.body = body
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        if isInCell {
            if name == "v" || name == "t" {
                isInText = phoneticDepth == 0
                hasValue = true
            } else if name == "f" {
                isFormula = true
            } else if name == "rPh" {
                phoneticDepth += 1
            }
        } else if name == "c", isInRow {
            try startCell(attributes)
        } else if name == "row" {
            try startRow(attributes)
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard isInText else { return }
        arena.append(bytes)
        guard arena.count <= SheetScanner.maximumRowBytes else {
            throw error(.tooLarge, "the row holds more than \(SheetScanner.maximumRowBytes) bytes", "该行内容过大")
        }
    }

    func end(_ name: XMLName) throws {
        if name == "v" || name == "t" {
            isInText = false
        } else if name == "rPh" {
            phoneticDepth -= 1
        } else if name == "c", isInCell {
            isInCell = false
            try endCell()
        } else if name == "row", isInRow {
            isInRow = false
            guard !cells.isEmpty else { return }
            rows += 1
            try cells.withUnsafeBufferPointer { cells in
                try body(
                    XLSXRow(
                        number: row, cells: cells, rowText: UnsafePointer(arena.base),
                        sharedText: UnsafePointer(shared.arena.base), uses1904: uses1904))
            }
        }
    }

    private func startRow(_ attributes: XMLAttributes) throws {
        guard !isInRow else { throw error(.malformed, "a row begins inside a row", "行内又出现行") }
        let previous = row
        column = 0
        if let text = attributes["r"] {
            guard let number = XMLAttributes.integer(text), number >= 1, number <= CellReference.maximumRow
            else {
                throw error(.malformed, "the row number \(String(cString: text)) is not one", "行号无效")
            }
            row = number
        } else {
            row += 1
        }
        guard row > previous, row <= CellReference.maximumRow else {
            throw error(
                .malformed, "row \(row) comes after row \(previous)", "第 \(row) 行出现在第 \(previous) 行之后")
        }
        isInRow = true
        cells.removeAll(keepingCapacity: true)
        arena.cut(to: 0)
    }

    private func startCell(_ attributes: XMLAttributes) throws {
        let previous = column
        type = .number
        style = 0
        column += 1
        var index = 0
        while let key = attributes.pointer?[index], let value = attributes.pointer?[index + 1] {
            index += 2
            guard key[0] != 0, key[1] == 0 else { continue }
            switch UInt8(bitPattern: key[0]) {
            case 0x72:
                guard let place = CellReference.parse(value), place.row == row else {
                    throw error(
                        .malformed, "the cell reference \(String(cString: value)) is not in this row",
                        "单元格引用无效")
                }
                column = place.column
            case 0x73: style = XMLAttributes.integer(value) ?? 0
            case 0x74: type = try cellType(value)
            default: break
            }
        }
        guard column > previous, column <= CellReference.maximumColumn else {
            throw error(.malformed, "the cells of the row are out of order", "该行单元格顺序错误")
        }
        isInCell = true
        isFormula = false
        hasValue = false
        phoneticDepth = 0
        textStart = arena.count
    }

    private func cellType(_ value: UnsafePointer<CChar>) throws -> CellType {
        let name = XMLName(value)
        if name == "s" { return .shared }
        if name == "n" { return .number }
        if name == "str" || name == "inlineStr" || name == "d" { return .text }
        if name == "b" { return .boolean }
        if name == "e" { return .error }
        throw error(.malformed, "the cell type \(String(cString: value)) is unknown", "单元格类型未知")
    }

    private func endCell() throws {
        isInText = false
        guard hasValue || isFormula else { return }
        var kind = XLSXCell.Kind.text
        var range = (start: textStart, count: arena.count - textStart)
        var isShared = false
        let bytes = UnsafeBufferPointer(start: UnsafePointer(arena.base + textStart), count: range.count)
        switch type {
        case .text:
            arena.decodeEscapes(from: textStart)
            range.count = arena.count - textStart
        case .boolean: kind = .boolean
        case .error: kind = .error
        case .number:
            guard !bytes.isEmpty else {
                guard isFormula else { return }
                kind = .blank
                break
            }
            guard let number = NumberText.double(bytes) else {
                throw error(
                    .malformed, "the cell holds \(String(decoding: bytes, as: UTF8.self)) as a number",
                    "单元格中的数字无效")
            }
            let isDated = isDate.indices.contains(style) && isDate[style]
            kind = isDated && XLSXDate(serial: number, uses1904: uses1904) != nil ? .date : .number
        case .shared:
            guard let index = NumberText.integer(bytes), let found = shared.range(index) else {
                throw error(
                    .malformed,
                    "the cell refers to shared text \(String(decoding: bytes, as: UTF8.self)), which is not there",
                    "单元格引用的共享文本不存在")
            }
            range = found
            isShared = true
        }
        cells.append(
            StoredCell(
                column: Int32(column), kind: kind, isFormula: isFormula, isShared: isShared,
                start: range.start,
                count: range.count))
    }

    private func error(_ kind: SheetError.Kind, _ en: String, _ zh: String) -> SheetError {
        SheetError(
            kind, SheetText(en: en, zh: zh),
            advice: SheetText(en: "Open the file in Excel and save it again", zh: "请在 Excel 中打开并重新保存"),
            row: row > 0 ? row : nil, column: column > 0 ? CellReference.letters(column) : nil)
    }
}
