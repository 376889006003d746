import Ecosystem

/// What each column of a file holds.
struct HeaderMap: Sendable {
    /// What one column holds.
    enum Column: Sendable, Hashable {
        /// A field of the schema, by its position there.
        case field(Int)
        /// A column that the schema does not know; its number among the extra columns.
        case extra(Int)
        /// A column that is not read: without a header, or named a second time.
        case skipped
    }

    /// A remark about one header.
    enum Remark: Sendable, Hashable {
        case unnamed
        /// The position of the first column with the same meaning.
        case duplicate(of: Int)
        case unknown
        /// The header is no field name; it was understood as this field.
        case understood(FieldName)
    }

    /// One entry a column of the file.
    var columns: [Column] = []
    /// The headers as written.
    var headers: [String] = []
    /// Names of the extra columns.
    var extras: [FieldName] = []
    /// Remarks by column position, from 0.
    var remarks: [(column: Int, remark: Remark)] = []

    /// Judges a header row against a schema.
    init(_ headers: [String], schema: RecordSchema, index: HeaderIndex) {
        self.headers = headers
        var firstByField: [Int: Int] = [:]
        var firstByExtra: [String: Int] = [:]
        for (position, header) in headers.enumerated() {
            if let field = index.field(header) {
                if let first = firstByField[field] {
                    columns.append(.skipped)
                    remarks.append((position, .duplicate(of: first)))
                    continue
                }
                firstByField[field] = position
                columns.append(.field(field))
                let name = schema.fields[field].name
                if name.rawValue != header { remarks.append((position, .understood(name))) }
            } else if HeaderText.normalized(header).isEmpty {
                columns.append(.skipped)
                remarks.append((position, .unnamed))
            } else if let first = firstByExtra[header] {
                columns.append(.skipped)
                remarks.append((position, .duplicate(of: first)))
            } else {
                firstByExtra[header] = position
                columns.append(.extra(extras.count))
                extras.append(FieldName(rawValue: header))
                remarks.append((position, .unknown))
            }
        }
    }

    /// The position in the file of a field; `nil` where no column holds it.
    func position(of field: Int) -> Int? { columns.firstIndex(of: .field(field)) }
}
