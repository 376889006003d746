import CExpat

/// What reads the elements of an XML part as they arrive.
protocol XMLHandler: AnyObject {
    func start(_ name: XMLName, _ attributes: XMLAttributes) throws
    func end(_ name: XMLName) throws
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
}

/// An element's or attribute's name without its prefix: `x:row` is `row`.
struct XMLName {
    let pointer: UnsafePointer<CChar>
    let hasPrefix: Bool

    init(_ full: UnsafePointer<CChar>) {
        var pointer = full
        var cursor = full
        while cursor.pointee != 0 {
            if cursor.pointee == 0x3A { pointer = cursor + 1 }
            cursor += 1
        }
        self.pointer = pointer
        hasPrefix = pointer != full
    }

    static func == (name: XMLName, text: StaticString) -> Bool {
        text.withUTF8Buffer { other in
            for (index, byte) in other.enumerated() where UInt8(bitPattern: name.pointer[index]) != byte {
                return false
            }
            return name.pointer[other.count] == 0
        }
    }
}

/// The attributes of one element, valid while its start is handled.
struct XMLAttributes {
    let pointer: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    /// The value of the attribute with this local name.
    subscript(_ name: StaticString) -> UnsafePointer<CChar>? {
        var index = 0
        while let key = pointer?[index], let value = pointer?[index + 1] {
            if XMLName(key) == name { return value }
            index += 2
        }
        return nil
    }

    /// The same as text.
    func string(_ name: StaticString) -> String? { self[name].map { String(cString: $0) } }

    /// The same as a whole number that is not negative.
    func integer(_ name: StaticString) -> Int? {
        guard let value = self[name] else { return nil }
        return XMLAttributes.integer(value)
    }

    static func integer(_ value: UnsafePointer<CChar>) -> Int? {
        var result = 0
        var index = 0
        while value[index] != 0 {
            guard value[index] >= 0x30, value[index] <= 0x39, index < 12 else { return nil }
            result = result * 10 + Int(value[index] - 0x30)
            index += 1
        }
        return index > 0 ? result : nil
    }
}

/// An expat parser that takes pieces of a part and refuses what a workbook never needs: a document type (and with it
/// every entity), deep nesting, and single tags of megabytes.
final class XMLStream {
    static let maximumDepth = 64
    static let maximumTagBytes = 4 << 20

    private let parser: XML_Parser
    private unowned let handler: any XMLHandler
    private var failure: (any Error)?
    private var depth = 0
    private var bytesSinceEvent = 0

    init(_ handler: any XMLHandler) throws(SheetError) {
        guard let created = XML_ParserCreate(nil) else {
            throw SheetError(
                .unreadable, SheetText(en: "no memory for the XML parser", zh: "XML 解析器内存不足"),
                advice: SheetText(en: "Free some memory and try again", zh: "请释放内存后重试"))
        }
        parser = created
        self.handler = handler
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(parser, xmlStart, xmlEnd)
        XML_SetCharacterDataHandler(parser, xmlText)
        XML_SetStartDoctypeDeclHandler(parser, xmlDoctype)
    }

    deinit { XML_ParserFree(parser) }

    /// Parses the next piece of the part.
    func feed(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = min(rest.count, 1 << 16)
            bytesSinceEvent += count
            try parse(rest.baseAddress, count, isLast: false)
            guard bytesSinceEvent <= XMLStream.maximumTagBytes else {
                throw XMLStream.refusal(
                    "a single XML tag of more than \(XMLStream.maximumTagBytes) bytes", "单个 XML 标记过长")
            }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }

    /// Says that the part is complete.
    func finish() throws { try parse(nil, 0, isLast: true) }

    private func parse(_ bytes: UnsafeRawPointer?, _ count: Int, isLast: Bool) throws {
        let status = XML_Parse(
            parser, bytes?.assumingMemoryBound(to: CChar.self), Int32(count), isLast ? 1 : 0)
        if let failure { throw failure }
        guard status == XML_STATUS_OK else {
            let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "error"
            let line = XML_GetCurrentLineNumber(parser)
            throw SheetError(
                .malformed,
                SheetText(
                    en: "the XML is damaged at line \(line) (\(reason))", zh: "XML 在第 \(line) 行损坏(\(reason))"),
                advice: SheetText(en: "Open the file in Excel and save it again", zh: "请在 Excel 中打开并重新保存"))
        }
    }

    static func refusal(_ en: String, _ zh: String) -> SheetError {
        SheetError(
            .malformed, SheetText(en: "the workbook holds " + en, zh: "工作簿含有" + zh),
            advice: SheetText(
                en: "No spreadsheet program writes this; ask for the original file",
                zh: "电子表格软件不会生成此内容；请索取原始文件"))
    }

    fileprivate func handle(_ work: () throws -> Void) {
        guard failure == nil else { return }
        bytesSinceEvent = 0
        do {
            try work()
        } catch {
            failure = error
            XML_StopParser(parser, 0)
        }
    }

    fileprivate func start(
        _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        handle {
            depth += 1
            guard depth <= XMLStream.maximumDepth else {
                throw XMLStream.refusal("XML nested more than \(XMLStream.maximumDepth) deep", "嵌套过深的 XML")
            }
            try handler.start(XMLName(name), XMLAttributes(pointer: attributes))
        }
    }

    fileprivate func end(_ name: UnsafePointer<CChar>) {
        handle {
            depth -= 1
            try handler.end(XMLName(name))
        }
    }

    fileprivate func text(_ bytes: UnsafeBufferPointer<UInt8>) { handle { try handler.text(bytes) } }

    fileprivate func doctype() {
        handle { throw XMLStream.refusal("a document type declaration", "文档类型声明(DOCTYPE)") }
    }
}

private func xmlStream(_ pointer: UnsafeMutableRawPointer?) -> XMLStream? {
    pointer.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
}

private func xmlStart(
    _ user: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
    guard let name else { return }
    xmlStream(user)?.start(name, attributes)
}

private func xmlEnd(_ user: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
    guard let name else { return }
    xmlStream(user)?.end(name)
}

private func xmlText(_ user: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ count: Int32) {
    guard let text, count > 0 else { return }
    let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    xmlStream(user)?.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
}

private func xmlDoctype(
    _ user: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _ system: UnsafePointer<CChar>?,
    _ pub: UnsafePointer<CChar>?, _ hasSubset: Int32
) { xmlStream(user)?.doctype() }
