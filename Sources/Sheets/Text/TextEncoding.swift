/// The encodings that tables arrive in.
public enum TextEncoding: String, Sendable, Equatable, CaseIterable, CustomStringConvertible {
    /// UTF-8, with or without a byte order mark.
    case utf8 = "UTF-8"
    /// GB 18030, which contains GBK and GB 2312.
    case gb18030 = "GB18030"
    /// UTF-16, low byte first: "Unicode text" of Excel.
    case utf16LittleEndian = "UTF-16LE"
    /// UTF-16, high byte first.
    case utf16BigEndian = "UTF-16BE"

    /// The registered name of the encoding.
    public var description: String { rawValue }
}
