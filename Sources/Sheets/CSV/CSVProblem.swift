/// Something wrong in the text of a CSV file, at its place. Reading goes on after it.
public struct CSVProblem: Sendable, Equatable, CustomStringConvertible {
    /// What is wrong.
    public enum Kind: Sendable, Equatable {
        /// A quoted field that never ends. Its record is read again with quotes as plain characters, up to the end of its line.
        case unterminatedQuote
        /// Text between a closing quote and the next separator; it is kept as part of the field.
        case textAfterClosingQuote
        /// A quote inside a field that does not begin with one; it is kept as a plain character.
        case strayQuote
        /// A zero byte; it is kept.
        case nulByte
        /// A byte that does not belong in the file's encoding; U+FFFD stands in its place.
        case invalidText(byte: UInt8)
        /// A field above the limit; its record is not delivered.
        case fieldTooLong
        /// More fields than the limit; the record is not delivered.
        case tooManyFields
        /// A record above the limit; it is not delivered.
        case recordTooLong
    }

    /// What is wrong.
    public var kind: Kind
    /// The record's number, counted from 1 with the header as row 1; blank lines count.
    public var row: Int
    /// The field's number in its record, counted from 1.
    public var column: Int
    /// The line of the file on which the record starts, counted from 1.
    public var line: Int
    /// The offset of the bad byte in the file, counted from 0, for ``Kind/invalidText(byte:)`` and ``Kind/nulByte``.
    public var byteOffset: Int?

    /// A problem at its place.
    public init(kind: Kind, row: Int, column: Int, line: Int, byteOffset: Int? = nil) {
        self.kind = kind
        self.row = row
        self.column = column
        self.line = line
        self.byteOffset = byteOffset
    }

    /// True where the record did not reach the caller.
    public var losesRecord: Bool {
        switch kind {
        case .fieldTooLong, .tooManyFields, .recordTooLong: true
        default: false
        }
    }

    /// `row R, column C: what is wrong` in English.
    public var description: String { "row \(row), column \(column): \(text.en)" }

    /// What is wrong, in both languages, without the place.
    public var text: SheetText {
        switch kind {
        case .unterminatedQuote:
            SheetText(
                en: "the quote that opens this field is never closed; close it or double it",
                zh: "该字段的起始引号没有结束；请补上结束引号，或写成两个引号")
        case .textAfterClosingQuote:
            SheetText(
                en: "text follows the closing quote; double the quotes that belong to the text",
                zh: "结束引号之后还有文字；属于内容的引号请写成两个")
        case .strayQuote:
            SheetText(
                en: "a quote stands inside an unquoted field; quote the field and double the quote",
                zh: "未加引号的字段中出现引号；请给字段加引号，并把其中的引号写成两个")
        case .nulByte:
            SheetText(
                en: "a zero byte\(at); save the file again as UTF-8 text", zh: "含有零字节\(at)；请另存为 UTF-8 文本")
        case .invalidText(let byte):
            SheetText(
                en:
                    "byte 0x\(hexadecimal(byte))\(at) is not valid in the file's encoding; save the file as UTF-8",
                zh: "字节 0x\(hexadecimal(byte))\(at) 不符合文件编码；请另存为 UTF-8")
        case .fieldTooLong:
            SheetText(en: "the field is too long; is a quote missing?", zh: "字段过长；是否缺少引号？")
        case .tooManyFields:
            SheetText(en: "the record has too many fields", zh: "该行字段过多")
        case .recordTooLong:
            SheetText(en: "the record is too long; is this a CSV file?", zh: "该行过长；这是 CSV 文件吗？")
        }
    }

    private var at: String { byteOffset.map { " (offset \($0))" } ?? "" }
}

/// Two upper-case hexadecimal digits.
func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return byte < 16 ? "0" + digits : digits
}
