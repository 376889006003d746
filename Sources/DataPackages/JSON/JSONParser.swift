import Ecosystem

/// Reads JSON (RFC 8259) strictly: UTF-8, no comments, no trailing commas, no name twice, at most 64 levels.
struct JSONParser {
    private let bytes: [UInt8]
    private let path: String?
    private var position = 0
    private var line = 1
    private static let deepest = 64

    /// Parses a whole text; a byte order mark is skipped.
    ///
    /// - Throws: `DataPackageError` with the line of the first thing that is wrong.
    static func parse(_ bytes: [UInt8], path: String? = nil) throws(DataPackageError) -> JSONNode {
        var parser = JSONParser(bytes: bytes, path: path)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
        let node = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.position == bytes.count else {
            throw parser.error("text follows the end of the JSON value; remove it", "JSON 值结束后仍有内容；请删除")
        }
        return node
    }

    private init(bytes: [UInt8], path: String?) {
        self.bytes = bytes
        self.path = path
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func error(_ en: String, _ zh: String) -> DataPackageError {
        DataPackageError(en, zh, path: path, line: line)
    }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            if byte == 0x0A { line += 1 }
            position += 1
        }
    }

    private mutating func value(depth: Int) throws(DataPackageError) -> JSONNode {
        skipSpace()
        guard depth < Self.deepest else {
            throw error(
                "the JSON is nested deeper than \(Self.deepest) levels", "JSON 嵌套超过 \(Self.deepest) 层")
        }
        let start = line
        switch next {
        case 0x7B: return JSONNode(.object(try object(depth: depth)), line: start)
        case 0x5B: return JSONNode(.array(try array(depth: depth)), line: start)
        case 0x22: return JSONNode(.string(try string()), line: start)
        case 0x74: return try word("true", .bool(true))
        case 0x66: return try word("false", .bool(false))
        case 0x6E: return try word("null", .null)
        case .some(0x2D), .some(0x30...0x39): return JSONNode(.number(try number()), line: start)
        case nil: throw error("the JSON ends too early", "JSON 提前结束")
        case let byte?: throw unexpected(byte, "a value", "值")
        }
    }

    private func unexpected(_ byte: UInt8, _ en: String, _ zh: String) -> DataPackageError {
        let shown =
            byte >= 0x21 && byte < 0x7F
            ? "“\(String(decoding: [byte], as: UTF8.self))”" : "0x" + String(byte, radix: 16, uppercase: true)
        return error("\(shown) stands where \(en) is expected", "此处应为\(zh)，却是 \(shown)")
    }

    private mutating func word(_ text: String, _ value: JSONNode.Value) throws(DataPackageError) -> JSONNode {
        let start = line
        for byte in text.utf8 {
            guard next == byte else { throw error("expected “\(text)”", "应为“\(text)”") }
            position += 1
        }
        return JSONNode(value, line: start)
    }

    private mutating func object(depth: Int) throws(DataPackageError) -> [JSONNode.Member] {
        var members: [JSONNode.Member] = []
        var names: Set<String> = []
        position += 1
        skipSpace()
        if next == 0x7D {
            position += 1
            return members
        }
        while true {
            skipSpace()
            guard next == 0x22 else { throw missing("a quoted name", "带引号的名称") }
            let start = line
            let name = try string()
            guard names.insert(name).inserted else {
                throw error("the name “\(name)” stands twice in one object", "同一对象中名称“\(name)”出现两次")
            }
            skipSpace()
            guard next == 0x3A else { throw missing("a colon", "冒号") }
            position += 1
            members.append(JSONNode.Member(name: name, node: try value(depth: depth + 1), line: start))
            skipSpace()
            switch next {
            case 0x2C: position += 1
            case 0x7D:
                position += 1
                return members
            default: throw missing("“,” or “}”", "“,”或“}”")
            }
        }
    }

    private mutating func array(depth: Int) throws(DataPackageError) -> [JSONNode] {
        var elements: [JSONNode] = []
        position += 1
        skipSpace()
        if next == 0x5D {
            position += 1
            return elements
        }
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpace()
            switch next {
            case 0x2C: position += 1
            case 0x5D:
                position += 1
                return elements
            default: throw missing("“,” or “]”", "“,”或“]”")
            }
        }
    }

    private func missing(_ en: String, _ zh: String) -> DataPackageError {
        guard let byte = next else {
            return error("the JSON ends where \(en) is expected", "JSON 提前结束，应为\(zh)")
        }
        return unexpected(byte, en, zh)
    }

    private mutating func number() throws(DataPackageError) -> String {
        let start = position
        if next == 0x2D { position += 1 }
        let hasLeadingZero = next == 0x30
        let whole = digits()
        guard whole > 0, !(hasLeadingZero && whole > 1) else { throw badNumber(from: start) }
        if next == 0x2E {
            position += 1
            guard digits() > 0 else { throw badNumber(from: start) }
        }
        if next == 0x65 || next == 0x45 {
            position += 1
            if next == 0x2B || next == 0x2D { position += 1 }
            guard digits() > 0 else { throw badNumber(from: start) }
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() -> Int {
        let start = position
        while let byte = next, byte >= 0x30, byte <= 0x39 { position += 1 }
        return position - start
    }

    private func badNumber(from start: Int) -> DataPackageError {
        let shown = String(decoding: bytes[start..<min(position + 1, bytes.count)], as: UTF8.self)
        return error("“\(shown)” is no JSON number", "“\(shown)”不是 JSON 数字")
    }

    private mutating func string() throws(DataPackageError) -> String {
        position += 1
        var text: [UInt8] = []
        while let byte = next {
            position += 1
            switch byte {
            case 0x22:
                guard let valid = String(validating: text, as: UTF8.self) else {
                    throw error(
                        "a text is not valid UTF-8; save the file as UTF-8", "文字不是有效的 UTF-8；请另存为 UTF-8")
                }
                return valid
            case 0x5C: try escape(into: &text)
            case 0..<0x20:
                throw error(
                    "a control character or line break stands inside a text; write it as an escape",
                    "文字中有控制字符或换行；请写成转义形式")
            default: text.append(byte)
            }
        }
        throw error("a text is never closed with a quote", "文字缺少结束引号")
    }

    private mutating func escape(into text: inout [UInt8]) throws(DataPackageError) {
        guard let byte = next else { throw error("a text is never closed with a quote", "文字缺少结束引号") }
        position += 1
        switch byte {
        case 0x22, 0x5C, 0x2F: text.append(byte)
        case 0x62: text.append(0x08)
        case 0x66: text.append(0x0C)
        case 0x6E: text.append(0x0A)
        case 0x72: text.append(0x0D)
        case 0x74: text.append(0x09)
        case 0x75:
            var code = try hexadecimal()
            if code >= 0xD800, code < 0xDC00, next == 0x5C, position + 1 < bytes.count,
                bytes[position + 1] == 0x75
            {
                position += 2
                let low = try hexadecimal()
                guard low >= 0xDC00, low < 0xE000 else { throw badEscape }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw badEscape }
            text.append(contentsOf: Array(String(Character(scalar)).utf8))
        default: throw badEscape
        }
    }

    private var badEscape: DataPackageError {
        error("a text holds an escape that JSON does not know", "文字中有 JSON 不支持的转义")
    }

    private mutating func hexadecimal() throws(DataPackageError) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw badEscape
            }
            code = code << 4 | UInt32(digit)
            position += 1
        }
        return code
    }
}
