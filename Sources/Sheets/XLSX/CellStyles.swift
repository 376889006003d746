/// Which cell formats show a number as a date or time.
final class CellStyles: XMLHandler {
    private(set) var isDate: [Bool] = []
    private var ownFormats: [Int: Bool] = [:]
    private var isInCellFormats = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "numFmt" {
            guard let id = attributes.integer("numFmtId"), let code = attributes.string("formatCode") else {
                return
            }
            ownFormats[id] = CellStyles.showsDate(code)
        } else if name == "cellXfs" {
            isInCellFormats = true
        } else if name == "xf", isInCellFormats, isDate.count < 1 << 16 {
            let id = attributes.integer("numFmtId") ?? 0
            isDate.append(ownFormats[id] ?? CellStyles.isBuiltInDate(id))
        }
    }

    func end(_ name: XMLName) {
        if name == "cellXfs" { isInCellFormats = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    /// The built-in formats of ECMA-376 part 1, 18.8.30, with those of Chinese Excel (27…36, 50…58). 46 counts elapsed
    /// hours and stays a number.
    static func isBuiltInDate(_ id: Int) -> Bool {
        switch id {
        case 14...22, 27...36, 45, 47, 50...58: true
        default: false
        }
    }

    /// True where the first section of a format code has a letter of a date or time outside quotes, escapes and brackets.
    /// Elapsed time (`[h]:mm`) is a duration and stays a number.
    static func showsDate(_ code: String) -> Bool {
        let bytes = Array(code.utf8)
        var index = 0
        var isFound = false
        while index < bytes.count {
            switch bytes[index] {
            case 0x22:
                index += 1
                while index < bytes.count, bytes[index] != 0x22 { index += 1 }
            case 0x5C, 0x5F, 0x2A: index += 1
            case 0x5B:
                let start = index + 1
                while index < bytes.count, bytes[index] != 0x5D { index += 1 }
                let inner = bytes[min(start, index)..<index].map { $0 | 0x20 }
                if !inner.isEmpty, inner.allSatisfy({ $0 == inner[0] }),
                    [0x68, 0x6D, 0x73].contains(inner[0])
                {
                    return false
                }
            case 0x3B: return isFound
            default:
                if [0x79, 0x64, 0x68, 0x6D, 0x73].contains(bytes[index] | 0x20) { isFound = true }
            }
            index += 1
        }
        return isFound
    }
}
