import CXlsxWriter

/// Writes the rows of one worksheet, from the top down.
public final class XLSXSheetWriter {
    private let workbook: XLSXWriter
    private let worksheet: UnsafeMutablePointer<lxw_worksheet>
    private let name: String
    private let columns: [XLSXColumn]
    private var nextRow = 0
    private var links = 0

    init(
        _ workbook: XLSXWriter, _ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ name: String,
        _ columns: [XLSXColumn]
    ) {
        self.workbook = workbook
        self.worksheet = worksheet
        self.name = name
        self.columns = columns
    }

    /// Adds a row. Throws ``SheetError`` for a value that a worksheet cannot hold: text above 32,767 characters or with a
    /// zero character, a number that is not finite, a row or column beyond the sheet.
    public func row(_ values: some Sequence<XLSXValue>) throws {
        var column = 0
        guard nextRow < CellReference.maximumRow else {
            throw error(
                .tooLarge, 0, "a worksheet has at most \(CellReference.maximumRow) rows", "工作表最多 1048576 行")
        }
        for value in values {
            try write(value, column)
            column += 1
        }
        nextRow += 1
    }

    /// Adds a row of texts.
    public func row(_ texts: some Sequence<String>) throws { try row(texts.map { XLSXValue.text($0) }) }

    func writeHeading() throws {
        for (index, column) in columns.enumerated() {
            guard index < CellReference.maximumColumn else { break }
            let width = column.width ?? XLSXSheetWriter.width(of: column.title)
            worksheet_set_column(
                worksheet, UInt16(index), UInt16(index), min(255, max(1, width)), numberFormat(column.format))
        }
        guard !columns.isEmpty else { return }
        let bold = workbook.format("heading") { format in
            format_set_bold(format)
            format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_bg_color(format, 0xE9EEF2)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        }
        for (index, column) in columns.enumerated() { try write(text: column.title, index, bold) }
        nextRow = 1
        worksheet_freeze_panes(worksheet, 1, 0)
    }

    private func write(_ value: XLSXValue, _ column: Int) throws {
        guard column < CellReference.maximumColumn else {
            throw error(
                .tooLarge, column, "a worksheet has at most \(CellReference.maximumColumn) columns",
                "工作表最多 16384 列")
        }
        let row = UInt32(nextRow)
        let place = UInt16(column)
        var status = LXW_NO_ERROR
        switch value {
        case .blank: break
        case .text(let text): try write(text: text, column, nil)
        case .number(let number):
            guard number.isFinite else {
                throw error(
                    .invalidValue, column, "\(number) is not a number that a worksheet holds",
                    "\(number) 不是有效数字")
            }
            status = worksheet_write_number(worksheet, row, place, number, cellFormat(column))
        case .integer(let number):
            guard number.magnitude < 1_000_000_000_000_000 else {
                return try write(text: String(number), column, nil)
            }
            status = worksheet_write_number(worksheet, row, place, Double(number), cellFormat(column))
        case .boolean(let flag): status = worksheet_write_boolean(worksheet, row, place, flag ? 1 : 0, nil)
        case .date(let date):
            guard let serial = date.serial else { return try write(text: date.description, column, nil) }
            let code =
                date.day == nil ? "hh:mm:ss" : date.secondOfDay == 0 ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm:ss"
            let format = workbook.format(code) { format_set_num_format($0, code) }
            status = worksheet_write_number(worksheet, row, place, serial, format)
        case .link(let url, let text):
            guard XLSXSheetWriter.isLink(url), links < 65_000, !text.isEmpty else {
                return try write(text: text, column, nil)
            }
            links += 1
            let shown = try checked(text, column)
            status = worksheet_write_url_opt(worksheet, row, place, url, nil, shown, nil)
        }
        guard status == LXW_NO_ERROR else { throw failure(status, column) }
    }

    private func write(text: String, _ column: Int, _ format: UnsafeMutablePointer<lxw_format>?) throws {
        guard !text.isEmpty else { return }
        let status = worksheet_write_string(
            worksheet, UInt32(nextRow), UInt16(column), try checked(text, column), format)
        guard status == LXW_NO_ERROR else { throw failure(status, column) }
    }

    private func checked(_ text: String, _ column: Int) throws -> String {
        guard !text.utf8.contains(0) else {
            throw error(.invalidValue, column, "the text holds a zero character", "文本含有零字符")
        }
        let escaped = XLSXText.escaped(text)
        guard escaped.utf8.count <= 32_767 || escaped.utf16.count <= 32_767 else {
            throw error(.invalidValue, column, "the text has more than 32,767 characters", "文本超过 32767 个字符")
        }
        return escaped
    }

    private func cellFormat(_ column: Int) -> UnsafeMutablePointer<lxw_format>? {
        columns.indices.contains(column) ? numberFormat(columns[column].format) : nil
    }

    private func numberFormat(_ format: XLSXColumn.NumberFormat) -> UnsafeMutablePointer<lxw_format>? {
        func decimals(_ count: Int) -> String {
            count > 0 ? "." + String(repeating: "0", count: min(count, 15)) : ""
        }
        let code: String
        switch format {
        case .general: return nil
        case .decimals(let count): code = "#,##0" + decimals(count)
        case .percent(let count): code = "0" + decimals(count) + "%"
        }
        return workbook.format(code) { format_set_num_format($0, code) }
    }

    /// Only addresses that open in a browser or a mail program, in characters that need no escaping.
    private static func isLink(_ url: String) -> Bool {
        let isKnown = ["https://", "http://", "mailto:"].contains { url.hasPrefix($0) }
        return isKnown && url.utf8.count <= 2_000
            && !url.utf8.contains { $0 <= 0x20 || $0 == 0x7F || $0 == 0x22 }
    }

    /// The room a heading takes: Chinese characters are two wide.
    private static func width(of title: String) -> Double {
        let units = title.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
        return Double(min(60, max(10, units + 3)))
    }

    private func failure(_ status: lxw_error, _ column: Int) -> SheetError {
        let reason = lxw_strerror(status).map { String(cString: $0) } ?? "error \(status.rawValue)"
        return error(.invalidValue, column, "the value cannot be written (\(reason))", "该值无法写入(\(reason))")
    }

    private func error(_ kind: SheetError.Kind, _ column: Int, _ en: String, _ zh: String) -> SheetError {
        SheetError(
            kind, SheetText(en: en, zh: zh),
            advice: SheetText(en: "Shorten or split it, or export CSV instead", zh: "请缩短或拆分，或改为导出 CSV"),
            sheet: name, row: nextRow + 1, column: CellReference.letters(column + 1))
    }
}
