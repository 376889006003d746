import Sheets
import Testing

@Suite struct ZipTests {
    func contents(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) throws -> [String: [UInt8]] {
        let reader = try ZipReader(bytes: bytes, limits: limits)
        var all: [String: [UInt8]] = [:]
        for entry in reader.entries { all[entry.name] = try reader.bytes(of: entry) }
        return all
    }

    func refusal(_ zip: HandmadeZip, limits: ZipLimits = ZipLimits()) -> SheetError? {
        do {
            _ = try contents(zip.bytes, limits: limits)
            return nil
        } catch { return error as? SheetError }
    }

    @Test func `what is written is read, and the same input gives the same bytes`() throws {
        var random = SeededGenerator(41)
        for _ in 0..<40 {
            var files: [(String, [UInt8])] = []
            for index in 0..<random.below(6) {
                files.append(("夹/文件 \(index).bin", random.bytes(random.below(5_000), alphabet: [0, 1])))
            }
            let write = { (writer: ZipWriter) in for file in files { try writer.add(file.0, file.1) } }
            let bytes = try ZipWriter.bytes(write)
            #expect(try contents(bytes) == Dictionary(uniqueKeysWithValues: files))
            #expect(try ZipReader(bytes: bytes).entries.map(\.name) == files.map(\.0))
            #expect(try ZipWriter.bytes(write) == bytes)
        }
    }

    @Test func `an archive can be written to a file, and a failure leaves nothing`() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/a.zip"
            let large = [UInt8](repeating: 7, count: 300_000)
            let write = { (writer: ZipWriter) in
                try writer.add("a", large)
                try writer.add("b") { put in for _ in 0..<3 { try large.withUnsafeBytes { try put($0) } } }
            }
            try ZipWriter.write(to: path, write)
            let reader = try ZipReader(path: path)
            #expect(reader.entries.map(\.size) == [300_000, 900_000])
            #expect(try reader.bytes(of: reader.entries[0]) == large)
            #expect(try ZipReader(bytes: ZipWriter.bytes(write)).entries.map(\.size) == [300_000, 900_000])
            #expect(throws: SheetError.self) {
                try ZipWriter.write(to: folder + "/b.zip") { try $0.add("../x", []) }
            }
            #expect(throws: SheetError.self) {
                try ZipWriter.write(to: folder + "/c.zip") { writer in
                    try writer.add("x", [])
                    try writer.add("x", [])
                }
            }
            #expect(names(in: folder) == ["a.zip"])
        }
    }

    @Test func `a handmade archive is read`() throws {
        var zip = HandmadeZip()
        zip.add("folder/", [])
        zip.add("folder/a.txt", [1, 2, 3])
        #expect(try contents(zip.bytes) == ["folder/a.txt": [1, 2, 3]])
        #expect(try contents(HandmadeZip().bytes) == [:])
    }

    @Test func `a name in GB 18030 is understood`() throws {
        var zip = HandmadeZip()
        zip.add("x", [9])
        zip.entries[0].name = [0xB1, 0xB1, 0xBE, 0xA9]
        #expect(try contents(zip.bytes) == ["北京": [9]])
    }

    @Test(arguments: ["../a", "/a", "a/../../b", "C:/a", "a\\b", "a//b", "./a", "a\u{1}b", "~/x"])
    func `a name that leaves the folder is refused`(name: String) {
        var zip = HandmadeZip()
        zip.add(name, [1])
        #expect(refusal(zip)?.kind == .malformed)
    }

    @Test func `encryption, unknown compression and double names are refused`() {
        var zip = HandmadeZip()
        zip.add("a", [1], flag: 1)
        #expect(refusal(zip)?.kind == .encrypted)
        zip.entries[0].flag = 0
        zip.entries[0].method = 12
        #expect(refusal(zip)?.kind == .unsupported)
        zip.entries[0].method = 0
        #expect(refusal(zip) == nil)
        zip.add("a", [2])
        #expect(refusal(zip)?.kind == .malformed)
    }

    @Test func `bombs are refused by the directory alone`() throws {
        var zip = HandmadeZip()
        zip.add("a", [1, 2, 3], method: 8, statedSize: 900 << 20)
        #expect(refusal(zip)?.kind == .tooLarge)
        zip.entries[0].statedSize = 2_000
        #expect(refusal(zip, limits: ZipLimits(maximumEntryBytes: 1_000))?.kind == .tooLarge)
        for index in 0..<5 { zip.add("b\(index)", []) }
        #expect(refusal(zip, limits: ZipLimits(maximumEntries: 5))?.kind == .tooLarge)
        var deep = HandmadeZip()
        deep.add(String(repeating: "d/", count: 17) + "x", [])
        #expect(refusal(deep)?.kind == .tooLarge)
        let zeros = try ZipWriter.bytes { try $0.add("zeros", [UInt8](repeating: 0, count: 4 << 20)) }
        #expect(throws: SheetError.self) { try ZipReader(bytes: zeros) }
        #expect(try ZipReader(bytes: zeros, limits: ZipLimits(maximumRatio: 2_000)).entries.count == 1)
    }

    @Test func `a wrong checksum or length is found`() {
        var zip = HandmadeZip()
        zip.add("a", [1, 2, 3], crc: 5)
        #expect(refusal(zip)?.kind == .malformed)
        #expect(refusal(zip)?.sheet == "a")
        zip.entries[0].crc = nil
        zip.entries[0].statedSize = 2
        #expect(refusal(zip)?.kind == .malformed)
    }

    @Test func `what is no archive says so`() {
        for bytes in [[], [0x50, 0x4B, 3, 4], Array("text".utf8)] as [[UInt8]] {
            #expect(throws: SheetError.self) { try ZipReader(bytes: bytes) }
        }
        #expect(throws: SheetError.self) { try ZipReader(path: "no such.zip") }
    }
}
