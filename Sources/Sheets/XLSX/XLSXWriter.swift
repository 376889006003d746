import CXlsxWriter

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Writes an Excel workbook in constant memory: numbers as numbers, text as text, a bold heading that stays in view. The same
/// calls give the same bytes: every date in the file is 1980-01-01.
public final class XLSXWriter {
    let workbook: UnsafeMutablePointer<lxw_workbook>
    private var names = SheetNames()
    private var isClosed = false
    private var formats: [String: UnsafeMutablePointer<lxw_format>] = [:]

    private init(temporaryPath: String, _ properties: XLSXProperties) throws(SheetError) {
        var options = lxw_workbook_options()
        options.constant_memory = 1
        guard let created = workbook_new_opt(temporaryPath, &options) else { throw XLSXWriter.failure(nil) }
        workbook = created
        XLSXWriter.set(properties, on: created)
    }

    /// Writes a workbook to `path`; the file appears when it is complete. Where `body` throws, the old file stays.
    public static func write(
        to path: String, properties: XLSXProperties = XLSXProperties(), _ body: (XLSXWriter) throws -> Void
    ) throws {
        let file = try AtomicFile(path: path)
        do {
            let writer = try XLSXWriter(temporaryPath: file.temporaryPath, properties)
            do {
                try body(writer)
            } catch {
                try? writer.close()
                throw error
            }
            try writer.close()
        } catch let error as SheetError {
            throw error.named(path)
        }
        try file.commit()
    }

    /// The bytes of a workbook.
    public static func bytes(
        properties: XLSXProperties = XLSXProperties(), _ body: (XLSXWriter) throws -> Void
    ) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.path
        let file = try AtomicFile(path: folder + "/workbook")
        let writer = try XLSXWriter(temporaryPath: file.temporaryPath, properties)
        do {
            try body(writer)
        } catch {
            try? writer.close()
            throw error
        }
        try writer.close()
        let input = try FileInput(path: file.temporaryPath)
        var result: [UInt8] = []
        result.reserveCapacity(input.size)
        let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 16)
        defer { buffer.deallocate() }
        while true {
            let count = try input.read(into: buffer, capacity: 1 << 16)
            if count == 0 { return result }
            result.append(contentsOf: UnsafeBufferPointer(start: buffer, count: count))
        }
    }

    /// Adds a worksheet; its name is changed where spreadsheet programs would not accept it (``SheetNames``), and returned.
    /// With columns, row 1 is the heading and `body` adds rows from row 2 on; without, from row 1.
    @discardableResult
    public func sheet(
        _ name: String, columns: [XLSXColumn] = [], _ body: (XLSXSheetWriter) throws -> Void
    ) throws -> String {
        let accepted = names.take(name)
        guard let worksheet = workbook_add_worksheet(workbook, accepted) else {
            throw XLSXWriter.failure(accepted)
        }
        let writer = XLSXSheetWriter(self, worksheet, accepted, columns)
        try writer.writeHeading()
        try body(writer)
        return accepted
    }

    private func close() throws(SheetError) {
        guard !isClosed else { return }
        isClosed = true
        // A workbook without a sheet cannot be opened.
        if names.isEmpty { _ = workbook_add_worksheet(workbook, names.take("Sheet1")) }
        guard workbook_close(workbook) == LXW_NO_ERROR else { throw XLSXWriter.failure(nil) }
    }

    deinit { try? close() }

    /// A cell format, made once.
    func format(_ key: String, _ make: (UnsafeMutablePointer<lxw_format>) -> Void) -> UnsafeMutablePointer<
        lxw_format
    >? {
        if let made = formats[key] { return made }
        guard let created = workbook_add_format(workbook) else { return nil }
        make(created)
        formats[key] = created
        return created
    }

    static func failure(_ sheet: String?) -> SheetError {
        SheetError(
            .unwritable, SheetText(en: "the workbook cannot be written", zh: "无法写入工作簿"),
            advice: SheetText(
                en: "Check the folder, the temporary folder and the free space", zh: "请检查文件夹、临时文件夹和剩余空间"),
            sheet: sheet)
    }

    private static func set(_ properties: XLSXProperties, on workbook: UnsafeMutablePointer<lxw_workbook>) {
        func plain(_ text: String) -> [CChar] {
            Array(XLSXText.escaped(text).prefix(255).filter { $0 != "\0" }.utf8CString)
        }
        var title = plain(properties.title)
        var author = plain(properties.author)
        var comment = plain(properties.comment)
        title.withUnsafeMutableBufferPointer { title in
            author.withUnsafeMutableBufferPointer { author in
                comment.withUnsafeMutableBufferPointer { comment in
                    var values = lxw_doc_properties()
                    values.title = title.baseAddress
                    values.author = author.baseAddress
                    values.comments = comment.baseAddress
                    values.created = 315_532_800  // 1980-01-01, also the date of the archive's entries
                    workbook_set_properties(workbook, &values)
                }
            }
        }
    }
}
