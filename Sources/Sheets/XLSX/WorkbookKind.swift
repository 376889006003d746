/// Tells a workbook from the files that are mistaken for one, and says what to do with them.
enum WorkbookKind {
    /// How much of the file's start is looked at.
    static let neededBytes = 1 << 16

    /// Refuses old and encrypted workbooks and text by their first bytes.
    static func refuseOthers(_ start: [UInt8]) throws(SheetError) {
        if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            let name = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
            if contains(start, name) {
                throw SheetError(
                    .encrypted, SheetText(en: "the workbook is protected by a password", zh: "工作簿设有密码"),
                    advice: SheetText(
                        en:
                            "Open it in Excel, remove the password (File, Info, Protect Workbook) and save it again",
                        zh: "请在 Excel 中打开，取消密码(文件、信息、保护工作簿)后重新保存"))
            }
            throw SheetError(
                .unsupported,
                SheetText(
                    en: "this is an old Excel file (.xls) or a workbook with a password",
                    zh: "这是旧版 Excel 文件(.xls)或设有密码的工作簿"),
                advice: SheetText(
                    en: "Open it in Excel, WPS or LibreOffice and save it as .xlsx without a password",
                    zh: "请用 Excel、WPS 或 LibreOffice 打开，取消密码后另存为 .xlsx"))
        }
        guard start.starts(with: [0x50, 0x4B]) else { throw notAWorkbook() }
    }

    /// Refuses binary workbooks, OpenDocument files and Word documents by their parts.
    static func refuseOthers(_ zip: ZipReader) throws(SheetError) {
        if zip.entry("xl/workbook.bin") != nil || zip.entry("mimetype") != nil
            || zip.entry("word/document.xml") != nil
        {
            throw SheetError(
                .unsupported,
                SheetText(
                    en: "this is a binary workbook, an OpenDocument file or a Word document",
                    zh: "这是二进制工作簿、OpenDocument 文件或 Word 文档"),
                advice: SheetText(en: "Save the table as .xlsx or as CSV UTF-8", zh: "请另存为 .xlsx 或 CSV UTF-8")
            )
        }
    }

    static func notAWorkbook() -> SheetError {
        SheetError(
            .malformed, SheetText(en: "this is not an Excel workbook (.xlsx)", zh: "这不是 Excel 工作簿(.xlsx)"),
            advice: SheetText(en: "Save the table as .xlsx, or read it as CSV", zh: "请另存为 .xlsx，或按 CSV 读取"))
    }

    private static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        guard bytes.count >= part.count else { return false }
        return (0...(bytes.count - part.count)).contains {
            bytes[$0] == part[0] && bytes[$0...].starts(with: part)
        }
    }
}
