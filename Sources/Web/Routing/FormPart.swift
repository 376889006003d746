import Reporting

/// One part of a form that was sent as `multipart/form-data`: a field, or a file.
struct FormPart: Sendable, Equatable {
    /// The field's name.
    var name: String
    /// The file's name without folders; `nil` for a field. It is shown and says which table a file may hold; nothing is
    /// ever opened or written under it.
    var fileName: String?
    /// The content.
    var bytes: [UInt8]

    /// Characters that a file's name may have; the rest is cut off in front of its ending.
    static let nameLength = 120

    /// A name as a browser sends it, brought to its last part, without control characters.
    static func cleaned(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let plain = String(
            String.UnicodeScalarView(last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
        guard plain.count > nameLength else { return plain.isEmpty ? "file" : plain }
        let ending = plain.split(separator: ".").last.map { "." + $0 } ?? ""
        return String(plain.prefix(nameLength - min(ending.count, 10))) + String(ending.suffix(10))
    }
}

extension Call {
    /// A field of the form that was sent, whichever way; `nil` where it is missing or empty.
    func field(_ name: String) -> String? {
        let text =
            parts.first { $0.name == name && $0.fileName == nil }.flatMap {
                String(validating: $0.bytes, as: UTF8.self)
            } ?? formFields[name]
        return text.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The file of the form; `nil` where none was chosen, which browsers send as an empty one without a name.
    func file(_ name: String) -> FormPart? {
        parts.first { $0.name == name && $0.fileName?.isEmpty == false }
    }
}
