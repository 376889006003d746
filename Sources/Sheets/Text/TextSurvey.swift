/// What one pass over a file finds out about its text before it is read.
struct TextSurvey {
    /// The encoding to read with.
    var encoding: TextEncoding
    /// How many bytes the byte order mark takes.
    var markLength: Int
    /// True where every byte is valid UTF-8 and none is zero: the text can be used as it stands.
    var isClean: Bool

    /// Decides by byte order mark, then strict UTF-8, then GB 18030.
    ///
    /// A file in which most multi-byte sequences are good UTF-8 stays UTF-8 with bad bytes: they are reported at their
    /// place instead of turning the whole file into wrong Chinese. Only sequences of three or more bytes count, because
    /// two bytes of GB 18030 often look like UTF-8 and three seldom do.
    static func run(_ input: some RawInput, declared: TextEncoding?) throws(SheetError) -> TextSurvey {
        let capacity = 1 << 18
        let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        defer { buffer.deallocate() }
        try input.seek(to: 0)
        var filled = try input.read(into: buffer, capacity: capacity)
        try refuseBinary(buffer, count: filled)
        let mark = byteOrderMark(buffer, count: filled)
        let encoding = declared ?? mark?.encoding
        let markLength = mark.map { encoding == $0.encoding ? $0.length : 0 } ?? 0
        if let encoding, encoding != .utf8 {
            return TextSurvey(encoding: encoding, markLength: markLength, isClean: false)
        }
        var wide = 0
        var invalid = 0
        var hasNUL = false
        var start = markLength
        var isAtEnd = filled < 1
        while !isAtEnd {
            let result = UTF8Check.scan(buffer + start, count: filled - start)
            wide += result.wideCharacters
            hasNUL = hasNUL || result.hasNUL
            start += result.valid
            if start < filled, !result.isCutOff {
                invalid += 1
                start += 1
                if invalid > 10_000, wide < invalid { break }
                continue
            }
            let rest = filled - start
            if rest > 0 { buffer.update(from: buffer + start, count: rest) }
            let added = try input.read(into: buffer + rest, capacity: capacity - rest)
            if added == 0 {
                invalid += rest > 0 ? 1 : 0
                isAtEnd = true
            }
            filled = rest + added
            start = 0
        }
        let isUTF8 = encoding == .utf8 || invalid == 0 || wide >= 2 * invalid
        return TextSurvey(
            encoding: isUTF8 ? .utf8 : .gb18030, markLength: markLength,
            isClean: isUTF8 && invalid == 0 && !hasNUL)
    }

    static func byteOrderMark(
        _ bytes: UnsafePointer<UInt8>, count: Int
    ) -> (encoding: TextEncoding, length: Int)? {
        if count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { return (.utf8, 3) }
        if count >= 4, bytes[0] == 0x84, bytes[1] == 0x31, bytes[2] == 0x95, bytes[3] == 0x33 {
            return (.gb18030, 4)
        }
        if count >= 2, bytes[0] == 0xFF, bytes[1] == 0xFE { return (.utf16LittleEndian, 2) }
        if count >= 2, bytes[0] == 0xFE, bytes[1] == 0xFF { return (.utf16BigEndian, 2) }
        return nil
    }

    /// Workbooks that were only renamed to `.csv` are told apart from text with errors.
    static func refuseBinary(_ bytes: UnsafePointer<UInt8>, count: Int) throws(SheetError) {
        guard count >= 4 else { return }
        if bytes[0] == 0x50, bytes[1] == 0x4B, bytes[2] == 3, bytes[3] == 4 {
            throw SheetError(
                .unsupported,
                SheetText(
                    en: "is a ZIP archive or an Excel workbook, not CSV text",
                    zh: "是 ZIP 压缩包或 Excel 工作簿，不是 CSV 文本"),
                advice: SheetText(
                    en: "Give it the ending .xlsx, or save it as CSV UTF-8",
                    zh: "请改用 .xlsx 扩展名，或另存为 CSV UTF-8"))
        }
        if bytes[0] == 0xD0, bytes[1] == 0xCF, bytes[2] == 0x11, bytes[3] == 0xE0 {
            throw SheetError(
                .unsupported,
                SheetText(
                    en: "is an old or encrypted Excel file, not CSV text", zh: "是旧版或加密的 Excel 文件，不是 CSV 文本"),
                advice: SheetText(
                    en: "Open it in Excel and save it as .xlsx without a password, or as CSV UTF-8",
                    zh: "请在 Excel 中打开，取消密码后另存为 .xlsx，或另存为 CSV UTF-8"))
        }
    }
}
