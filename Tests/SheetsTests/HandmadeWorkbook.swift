import Sheets

/// A workbook put together from its XML parts, so that tests can hold anything in them.
struct HandmadeWorkbook {
    var sheetXML = "<worksheet><sheetData></sheetData></worksheet>"
    var sharedXML: String?
    var stylesXML: String?
    var workbookXML =
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"数据\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    var extraParts: [(name: String, content: [UInt8])] = []

    init(rows: String = "") {
        sheetXML = "<worksheet><sheetData>\(rows)</sheetData></worksheet>"
    }

    func bytes() throws -> [UInt8] {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        func relationship(_ id: String, _ type: String, _ target: String) -> String {
            "<Relationship Id=\"\(id)\" Type=\"\(office)\(type)\" Target=\"\(target)\"/>"
        }
        return try ZipWriter.bytes { zip in
            let root = relationship("rId1", "officeDocument", "xl/workbook.xml")
            try zip.add("_rels/.rels", Array("<Relationships>\(root)</Relationships>".utf8))
            let links =
                relationship("rId1", "worksheet", "worksheets/sheet1.xml")
                + relationship("rId2", "sharedStrings", "/xl/sharedStrings.xml")
                + relationship("rId3", "styles", "../xl/./styles.xml")
                + relationship("rId4", "chartsheet", "chartsheets/sheet1.xml")
            try zip.add("xl/_rels/workbook.xml.rels", Array("<Relationships>\(links)</Relationships>".utf8))
            try zip.add("xl/workbook.xml", Array(workbookXML.utf8))
            try zip.add("xl/worksheets/sheet1.xml", Array(sheetXML.utf8))
            if let sharedXML { try zip.add("xl/sharedStrings.xml", Array(sharedXML.utf8)) }
            if let stylesXML { try zip.add("xl/styles.xml", Array(stylesXML.utf8)) }
            for part in extraParts { try zip.add(part.name, part.content) }
        }
    }

    /// A cell as it was read: its column's letters, kind and text.
    struct Seen: Equatable {
        var row: Int
        var column: String
        var kind: XLSXCell.Kind
        var text: String

        init(_ row: Int, _ column: String, _ kind: XLSXCell.Kind, _ text: String) {
            self.row = row
            self.column = column
            self.kind = kind
            self.text = text
        }
    }

    func cells(limits: ZipLimits = ZipLimits()) throws -> [Seen] {
        let reader = try XLSXReader(bytes: bytes(), file: "hand.xlsx", limits: limits)
        var all: [Seen] = []
        for sheet in reader.sheets {
            try reader.read(sheet) { row in
                for index in 0..<row.count {
                    guard let cell = row[index] else { continue }
                    all.append(Seen(row.number, cell.columnLetters, cell.kind, cell.text))
                }
            }
        }
        return all
    }

    func refusal(limits: ZipLimits = ZipLimits()) -> SheetError? {
        do {
            _ = try cells(limits: limits)
            return nil
        } catch { return error as? SheetError }
    }
}
