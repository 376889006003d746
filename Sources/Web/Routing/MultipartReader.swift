import Ecosystem
import HTTPTypes

/// Reads `multipart/form-data` (RFC 7578) piece by piece as it comes, within limits.
///
/// Pieces may be cut anywhere. What is no such form is refused saying why; nothing is guessed.
struct MultipartReader {
    /// Parts that a form may have.
    static let partLimit = 32
    /// Bytes that the header of a part may have.
    static let headerLimit = 4 << 10
    /// Bytes that a field which is no file may have.
    static let fieldLimit = 64 << 10

    private enum State {
        /// Before the first boundary.
        case start
        /// Behind a boundary: the form's end, or a part.
        case boundary
        case header
        case body(FormPart)
        case end
    }

    /// The parts that are complete.
    private(set) var parts: [FormPart] = []
    private var state = State.start
    private var buffer: [UInt8] = []
    private let delimiter: [UInt8]

    /// A reader for the boundary that a content type names.
    ///
    /// - Throws: ``WebProblem`` where it names none, or one that is not allowed.
    init(contentType: String) throws(WebProblem) {
        guard let boundary = MultipartReader.boundary(of: contentType) else {
            throw MultipartReader.problem("the content type names no boundary", "内容类型没有给出 boundary")
        }
        delimiter = Array("\r\n--\(boundary)".utf8)
        // The first boundary needs no line before it.
        buffer = [0x0D, 0x0A]
    }

    /// Whether a content type is of this form.
    static func fits(_ contentType: String) -> Bool {
        contentType.split(separator: ";").first?.lowercased().filter { $0 != " " } == "multipart/form-data"
    }

    private static func boundary(of contentType: String) -> String? {
        for part in contentType.split(separator: ";").dropFirst() {
            let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard sides.count == 2, sides[0].filter({ $0 != " " }).lowercased() == "boundary" else {
                continue
            }
            let value = sides[1].filter { $0 != "\"" && $0 != " " }
            let isPlain = value.utf8.allSatisfy { (0x21...0x7E).contains($0) }
            return isPlain && (1...70).contains(value.utf8.count) ? value : nil
        }
        return nil
    }

    /// Reads a piece.
    ///
    /// - Throws: ``WebProblem`` where it is no such form or a limit is reached.
    mutating func add(_ piece: some Sequence<UInt8>) throws(WebProblem) {
        buffer.append(contentsOf: piece)
        while try advance() {}
    }

    /// Ends the form.
    ///
    /// - Throws: ``WebProblem`` where it is not complete.
    func finish() throws(WebProblem) -> [FormPart] {
        guard case .end = state else {
            throw MultipartReader.problem("the form ends before its last boundary", "表单在结束标记之前中断")
        }
        return parts
    }

    /// Takes a step; returns whether another one may be possible.
    private mutating func advance() throws(WebProblem) -> Bool {
        switch state {
        case .start:
            guard let place = find(delimiter) else {
                guard buffer.count <= MultipartReader.headerLimit else {
                    throw MultipartReader.problem("it does not begin with its boundary", "内容不以 boundary 开头")
                }
                return false
            }
            buffer.removeFirst(place + delimiter.count)
            state = .boundary
            return true
        case .boundary:
            guard buffer.count >= 2 else { return false }
            if buffer[0] == 0x2D, buffer[1] == 0x2D {
                buffer = []
                state = .end
                return false
            }
            guard buffer[0] == 0x0D, buffer[1] == 0x0A else {
                throw MultipartReader.problem("a boundary is followed by other text", "boundary 之后有多余内容")
            }
            // The line end stays, so that a header without lines ends like any other.
            state = .header
            return true
        case .header:
            guard let place = find([0x0D, 0x0A, 0x0D, 0x0A]) else {
                guard buffer.count <= MultipartReader.headerLimit else { throw MultipartReader.longHeader }
                return false
            }
            guard place <= MultipartReader.headerLimit else { throw MultipartReader.longHeader }
            guard parts.count < MultipartReader.partLimit else {
                throw MultipartReader.problem(
                    "it has more than \(MultipartReader.partLimit) parts",
                    "表单超过 \(MultipartReader.partLimit) 个部分")
            }
            let part = try MultipartReader.part(buffer[..<place])
            // The empty line's end stays in front of the content, for a content that is empty.
            buffer.removeFirst(place + 2)
            state = .body(part)
            return true
        case .body(var part):
            // One owner of the content, so that it grows in place.
            state = .end
            return try read(&part)
        case .end:
            buffer = []
            return false
        }
    }

    /// Takes content up to the next boundary, or as far as none can begin.
    ///
    /// The line end in front of the content was left there so that the boundary of an empty content is found; it is taken
    /// off when the part is complete.
    private mutating func read(_ part: inout FormPart) throws(WebProblem) -> Bool {
        let place = find(delimiter)
        let count = place ?? max(0, buffer.count - delimiter.count + 1)
        part.bytes.append(contentsOf: buffer[..<count])
        if part.fileName == nil, part.bytes.count > MultipartReader.fieldLimit + 2 {
            throw MultipartReader.problem(
                "the field “\(part.name.prefix(40))” has more than \(MultipartReader.fieldLimit) bytes",
                "字段“\(part.name.prefix(40))”超过 \(MultipartReader.fieldLimit) 字节")
        }
        guard let place else {
            buffer.removeFirst(count)
            state = .body(part)
            return false
        }
        buffer.removeFirst(place + delimiter.count)
        part.bytes.removeFirst(min(2, part.bytes.count))
        parts.append(part)
        state = .boundary
        return true
    }

    private func find(_ pattern: [UInt8]) -> Int? {
        guard buffer.count >= pattern.count else { return nil }
        return buffer.withUnsafeBufferPointer { bytes in
            var start = 0
            while start <= bytes.count - pattern.count {
                guard let place = bytes[start...].firstIndex(of: pattern[0]),
                    place <= bytes.count - pattern.count
                else { return nil }
                if bytes[place..<(place + pattern.count)].elementsEqual(pattern) { return place }
                start = place + 1
            }
            return nil
        }
    }

    // MARK: Headers

    private static func part(_ bytes: ArraySlice<UInt8>) throws(WebProblem) -> FormPart {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw problem("the header of a part is no UTF-8", "某部分的头不是 UTF-8")
        }
        for line in text.split(separator: "\r\n") {
            let sides = line.split(separator: ":", maxSplits: 1)
            guard sides.count == 2, sides[0].lowercased() == "content-disposition" else { continue }
            let items = items(of: sides[1])
            guard items.first?.name == "form-data",
                let name = items.first(where: { $0.name == "name" })?.value
            else { break }
            let file = items.first { $0.name == "filename" }?.value
            return FormPart(
                name: name, fileName: file.map { $0.isEmpty ? "" : FormPart.cleaned(unescaped($0)) },
                bytes: [])
        }
        throw problem("a part has no name", "某部分没有名称")
    }

    /// The value and its parameters: `form-data; name="a"; filename="b"`.
    private static func items(of text: Substring) -> [(name: String, value: String)] {
        var items: [(String, String)] = []
        var rest = text[...]
        while !rest.isEmpty {
            rest = rest.drop { $0 == " " || $0 == "\t" || $0 == ";" }
            let name = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(name.count)
            var value = ""
            if rest.first == "=" {
                rest = rest.dropFirst()
                if rest.first == "\"" {
                    rest = rest.dropFirst()
                    while let character = rest.first, character != "\"" {
                        if character == "\\", let next = rest.dropFirst().first, next == "\"" || next == "\\"
                        {
                            rest = rest.dropFirst()
                            value.append(next)
                        } else {
                            value.append(character)
                        }
                        rest = rest.dropFirst()
                    }
                    rest = rest.dropFirst()
                } else {
                    value = String(rest.prefix { $0 != ";" })
                    rest = rest.dropFirst(value.count)
                }
            }
            let key = name.lowercased().filter { $0 != " " }
            if !key.isEmpty { items.append((key, value)) }
        }
        return items
    }

    /// Browsers write a quotation mark, CR and LF of a file's name as percent sequences, and nothing else.
    private static func unescaped(_ name: String) -> String {
        name.replacing("%22", with: "\"").replacing("%0D", with: " ").replacing("%0A", with: " ")
    }

    private static let longHeader = problem(
        "the header of a part has more than \(headerLimit) bytes", "某部分的头超过 \(headerLimit) 字节")

    private static func problem(_ en: String, _ zh: String) -> WebProblem {
        WebProblem(
            .badRequest, kind: "body", Localized("The form cannot be read", "无法读取表单"),
            Localized("\(en); choose the file again and send it.", "\(zh)；请重新选择文件再提交。"))
    }
}
