import Foundation
import Sheets

/// Zip archives for uploads.
enum ZipFile {
    static func bytes(_ files: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
        try ZipWriter.bytes { zip in for file in files { try zip.add(file.name, file.bytes) } }
    }
}
