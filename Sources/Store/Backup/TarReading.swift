import Ecosystem
import Foundation

/// Reads a backup: unpacks its files and holds them against its own sums.
struct TarReading {
    private let path: String
    private let handle: FileHandle

    /// Bytes that the list of sums may have.
    private static let sumsLimit = 64 << 20

    /// Opens a file.
    ///
    /// - Throws: ``StoreError`` where it is not there.
    init(path: String) throws {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw StoreError(
                "\(path) cannot be opened; check the path and its permissions", "无法打开 \(path)；请检查路径和权限")
        }
        self.path = path
        self.handle = handle
    }

    /// Unpacks everything into an empty folder.
    ///
    /// - Returns: how many files, and their bytes.
    /// - Throws: ``StoreError`` where the file is cut, damaged, or holds a name that leads elsewhere.
    mutating func unpack(into folder: String) throws -> (files: Int, bytes: Int) {
        defer { try? handle.close() }
        var found: [String: String] = [:]
        var bytes = 0
        var listed: [String: String]?
        while let block = try handle.read(upToCount: TarHeader.blockSize), listed == nil {
            guard let header = TarHeader(block: [UInt8](block)) else {
                throw damage("a header cannot be read", "文件头无法读取")
            }
            if header.path == StateBackup.sums {
                listed = try sums(header)
                continue
            }
            guard TarReading.isPlain(header.path), found[header.path] == nil else {
                throw damage(
                    "it holds the name “\(header.path.prefix(100))”", "其中含有文件名“\(header.path.prefix(100))”")
            }
            found[header.path] = try unpack(header, into: folder)
            bytes += header.size
        }
        guard let listed else { throw damage("it ends before its list of sums", "缺少校验清单") }
        for (name, sum) in found.sorted(by: { $0.key < $1.key }) where listed[name] != sum {
            throw damage("\(name) is not what it was", "\(name) 与备份时不同")
        }
        if let missing = listed.keys.filter({ found[$0] == nil }).min() {
            throw damage("\(missing) is missing", "缺少 \(missing)")
        }
        return (found.count, bytes)
    }

    private func unpack(_ header: TarHeader, into folder: String) throws -> String {
        let target = folder + "/" + header.path
        let parent = target.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/")
        try FileManager.default.createDirectory(
            atPath: parent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        guard
            FileManager.default.createFile(
                atPath: target, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: target]) }
        let output = try FileHandle(forWritingTo: URL(fileURLWithPath: target))
        defer { try? output.close() }
        var hash = SHA256Hash()
        try read(header) { piece in
            hash.add([UInt8](piece))
            try output.write(contentsOf: piece)
        }
        try output.synchronize()
        return hash.finish()
    }

    private func sums(_ header: TarHeader) throws -> [String: String] {
        guard header.size <= TarReading.sumsLimit else {
            throw damage("its list of sums is too long", "校验清单过长")
        }
        var bytes: [UInt8] = []
        try read(header) { bytes += $0 }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw damage("its list of sums cannot be read", "校验清单无法读取")
        }
        var sums: [String: String] = [:]
        for line in text.split(separator: "\n") {
            guard line.utf8.count > 66, line.dropFirst(64).hasPrefix("  ") else {
                throw damage("its list of sums cannot be read", "校验清单无法读取")
            }
            sums[String(line.dropFirst(66))] = String(line.prefix(64))
        }
        return sums
    }

    private func read(_ header: TarHeader, _ take: (Data) throws -> Void) throws {
        var left = header.size
        while left > 0 {
            guard let piece = try handle.read(upToCount: min(left, StateBackup.pieceSize)), !piece.isEmpty
            else { throw damage("it ends within \(header.path)", "文件在 \(header.path) 处中断") }
            try take(piece)
            left -= piece.count
        }
        if header.padding > 0, try handle.read(upToCount: header.padding)?.count != header.padding {
            throw damage("it ends within \(header.path)", "文件在 \(header.path) 处中断")
        }
    }

    private func damage(_ en: String, _ zh: String) -> StoreError {
        StoreError(
            "\(path) is damaged or no backup: \(en); nothing was changed. Use another copy",
            "\(path) 已损坏或不是备份：\(zh)；未作任何更改。请换用另一份备份")
    }

    /// Whether a name stays within the folder: letters, digits and a few marks between slashes, no dots in front.
    static func isPlain(_ path: String) -> Bool {
        path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && !part.hasPrefix(".")
                && part.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\\" && $0.value != 0x7F }
        }
    }
}
