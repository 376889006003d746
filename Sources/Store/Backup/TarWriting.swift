import Ecosystem
import Foundation

/// Writes a tar archive piece by piece.
struct TarWriting {
    private let handle: FileHandle

    /// Begins a new file.
    init(path: String) throws {
        let isMade = FileManager.default.createFile(
            atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        guard isMade else { throw CocoaError(.fileWriteNoPermission) }
        handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }

    /// Adds a file; returns its SHA-256 and size, `nil` where it is not there.
    mutating func add(_ path: String, from source: String) throws -> (sum: String, size: Int)? {
        guard let input = FileHandle(forReadingAtPath: source) else { return nil }
        defer { try? input.close() }
        let size = Int(try input.seekToEnd())
        try input.seek(toOffset: 0)
        let header = try TarWriting.header(path, size)
        try handle.write(contentsOf: Data(header.block))
        var hash = SHA256Hash()
        var left = size
        while left > 0 {
            guard let piece = try input.read(upToCount: min(left, StateBackup.pieceSize)), !piece.isEmpty
            else { throw CocoaError(.fileReadCorruptFile) }
            hash.add([UInt8](piece))
            try handle.write(contentsOf: piece)
            left -= piece.count
        }
        try handle.write(contentsOf: Data(count: header.padding))
        return (hash.finish(), size)
    }

    /// Adds bytes as a file.
    mutating func add(_ path: String, _ bytes: [UInt8]) throws {
        let header = try TarWriting.header(path, bytes.count)
        try handle.write(contentsOf: Data(header.block + bytes))
        try handle.write(contentsOf: Data(count: header.padding))
    }

    /// Ends the archive and brings it to disk.
    func finish() throws {
        try handle.write(contentsOf: Data(count: 2 * TarHeader.blockSize))
        try handle.synchronize()
        try handle.close()
    }

    private static func header(_ path: String, _ size: Int) throws -> TarHeader {
        guard let header = TarHeader(path: path, size: size) else {
            throw StoreError(
                "\(path) with \(size) bytes does not fit a backup; it takes files up to 8 GiB",
                "\(path)（\(size) 字节）放不进备份；单个文件至多 8 GiB")
        }
        return header
    }
}
