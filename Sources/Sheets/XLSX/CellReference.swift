/// Places in a worksheet: `B7` is column 2, row 7.
public enum CellReference {
    /// The last column of a worksheet.
    public static let maximumColumn = 16_384
    /// The last row of a worksheet.
    public static let maximumRow = 1_048_576

    /// The letters of a column counted from 1: 1 is A, 27 is AA; empty for a number below 1.
    public static func letters(_ column: Int) -> String {
        var rest = column
        var letters: [UInt8] = []
        while rest > 0 {
            rest -= 1
            letters.append(UInt8(0x41 + rest % 26))
            rest /= 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    /// Column and row of a reference such as `AB12`; nil where it is none or lies outside a worksheet.
    static func parse(_ text: UnsafePointer<CChar>) -> (column: Int, row: Int)? {
        var index = 0
        var column = 0
        while text[index] >= 0x41, text[index] <= 0x5A, index < 4 {
            column = column * 26 + Int(text[index] - 0x40)
            index += 1
        }
        guard column >= 1, column <= maximumColumn else { return nil }
        guard let row = XMLAttributes.integer(text + index), row >= 1, row <= maximumRow else { return nil }
        return (column, row)
    }
}
