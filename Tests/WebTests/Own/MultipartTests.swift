import Ecosystem
import HTTPTypes
import Kernels
import Studies
import Testing

@testable import Web

@Suite struct `Forms with files` {
    private func text(_ parts: [String], end: String = "--b--\r\n") -> [UInt8] {
        Array((parts.map { "--b\r\n\($0)\r\n" }.joined() + end).utf8)
    }

    private func read(_ bytes: [UInt8], pieces: Int = .max, type: String = "multipart/form-data; boundary=b")
        throws -> [FormPart]
    {
        var reader = try MultipartReader(contentType: type)
        var place = 0
        while place < bytes.count {
            let end = min(bytes.count, place + min(pieces, bytes.count))
            try reader.add(bytes[place..<end])
            place = end
        }
        return try reader.finish()
    }

    private func field(_ name: String, _ value: String) -> String {
        "Content-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)"
    }

    private func file(_ name: String, _ content: String) -> String {
        "Content-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\nContent-Type: text/csv\r\n\r\n\(content)"
    }

    @Test func `fields and files come back in order, whatever the pieces they come in`() throws {
        let content = "a,b\r\n1,2\r\n--c\r\n--\r\n\r\n-"
        let bytes = text([field("token", "t"), field("empty", ""), file("名单.csv", content)])
        let wanted = [
            FormPart(name: "token", fileName: nil, bytes: Array("t".utf8)),
            FormPart(name: "empty", fileName: nil, bytes: []),
            FormPart(name: "file", fileName: "名单.csv", bytes: Array(content.utf8)),
        ]
        for pieces in 1...40 { #expect(try read(bytes, pieces: pieces) == wanted, "\(pieces)") }
        #expect(try read(Array("before\r\n".utf8) + bytes + Array("behind".utf8)) == wanted)
    }

    @Test func `any bytes come back as they were`() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<50 {
            let count = Int(generator.next() % 2000)
            // Line ends, dashes and the boundary's letter come often.
            let content = (0..<count).map { _ -> UInt8 in
                let choice = generator.next() % 8
                return choice < 4 ? [0x0D, 0x0A, 0x2D, 0x62][Int(choice)] : UInt8(generator.next() % 256)
            }
            let needle = Array("\r\n--b".utf8)
            let holdsBoundary = content.indices.contains { content[$0...].starts(with: needle) }
            if holdsBoundary || content.starts(with: needle.dropFirst(2)) { continue }
            let head = Array("--b\r\n\(file("f", ""))".utf8)
            let parts = try read(
                head + content + Array("\r\n--b--".utf8), pieces: 1 + Int(generator.next() % 300))
            #expect(parts.first?.bytes == content)
        }
    }

    @Test(arguments: [
        ("../../etc/passwd", "passwd"), ("C:\\Users\\me\\list.csv", "list.csv"), ("a%22b.csv", "a\"b.csv"),
        ("a\u{1}\u{7F}b.csv", "ab.csv"), ("/", "file"), ("..", ".."),
    ])
    func `a file's name loses folders and control characters`(given: String, wanted: String) throws {
        #expect(try read(text([file(given, "x")])).first?.fileName == wanted)
    }

    @Test func `a file that was not chosen has no name`() throws {
        #expect(try read(text([file("", "")])).first?.fileName == "")
    }

    @Test func `a long name is cut and keeps its ending`() throws {
        let name = try read(text([file(String(repeating: "长", count: 500) + ".csv", "x")])).first?.fileName
        #expect(name?.hasSuffix(".csv") == true)
        #expect((name?.count ?? 0) <= FormPart.nameLength + 10)
    }

    @Test(arguments: [
        "", "--b", "--b\r\n", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx",
        "--b\r\n\r\nx\r\n--b--", "--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--b--",
        "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--", "--bx\r\n\r\n--b--", "nothing",
        "--b\r\nContent-Disposition: form-data; name=\"\u{FFFD}\"\r\n",
    ])
    func `what is no form is refused with what to do`(text: String) {
        let problem = #expect(throws: WebProblem.self) { try read(Array(text.utf8)) }
        #expect(problem?.status == .badRequest)
        #expect(problem?.details.first?.message.en.contains("choose the file again") == true)
    }

    @Test func `too many parts, a long header and a long field are refused`() {
        let many = (0...MultipartReader.partLimit).map { field("n\($0)", "v") }
        let long = "X: \(String(repeating: "a", count: MultipartReader.headerLimit))\r\n\r\nv"
        let wide = field("a", String(repeating: "v", count: MultipartReader.fieldLimit + 10))
        for form in [many, [long], [wide]] {
            #expect(throws: WebProblem.self) { try read(text(form), pieces: 1000) }
        }
        #expect(throws: WebProblem.self) {
            try read([UInt8](repeating: 0x61, count: 100_000), pieces: 1000)
        }
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=\(String(repeating: "b", count: 71))",
        "multipart/form-data; boundary=é",
    ])
    func `a content type without a boundary is refused`(type: String) {
        #expect(MultipartReader.fits(type))
        #expect(throws: WebProblem.self) { try MultipartReader(contentType: type) }
    }

    @Test func `other content types are told apart`() {
        for type in ["", "text/plain", "application/x-www-form-urlencoded", "multipart/mixed; boundary=b"] {
            #expect(!MultipartReader.fits(type))
        }
        #expect(MultipartReader.fits("Multipart/Form-Data;boundary=b"))
    }
}
