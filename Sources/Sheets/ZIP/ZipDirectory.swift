import CMinizip

/// The checks of an archive's directory, before anything is unpacked.
enum ZipDirectory {
    /// The files of the archive, or why it is refused.
    static func entries(
        _ handle: unzFile, limits: ZipLimits, fileSize: Int
    ) throws(SheetError) -> [ZipReader.Entry] {
        var entries: [ZipReader.Entry] = []
        var names: Set<String> = []
        var total = 0
        var count = 0
        var archive = unz_global_info64()
        guard unzGetGlobalInfo64(handle, &archive) == UNZ_OK else {
            throw ZipReader.damaged(nil, SheetText(en: "the archive's directory is damaged", zh: "压缩包目录已损坏"))
        }
        if archive.number_entry == 0 { return [] }
        var status = unzGoToFirstFile(handle)
        while status == UNZ_OK {
            count += 1
            guard count <= limits.maximumEntries else {
                throw refusal(
                    .tooLarge, "more than \(limits.maximumEntries) entries", "条目超过 \(limits.maximumEntries) 个"
                )
            }
            var info = unz_file_info64()
            var nameBytes = [CChar](repeating: 0, count: 1_025)
            guard
                unzGetCurrentFileInfo64(handle, &info, &nameBytes, 1_024, nil, 0, nil, 0) == UNZ_OK,
                info.size_filename > 0, info.size_filename <= 1_024
            else {
                throw ZipReader.damaged(
                    nil, SheetText(en: "the archive's directory is damaged", zh: "压缩包目录已损坏"))
            }
            let name = try decode(nameBytes[..<Int(info.size_filename)], isUTF8: info.flag & 0x800 != 0)
            guard info.flag & 0x2041 == 0 else {
                throw refusal(.encrypted, "the entry \(name) is encrypted", "条目 \(name) 已加密")
            }
            try ZipName.check(name, maximumDepth: limits.maximumDepth)
            if !name.hasSuffix("/") {
                guard names.insert(name).inserted else {
                    throw refusal(.malformed, "the name \(name) occurs twice", "名称 \(name) 重复")
                }
                let size = Int(clamping: info.uncompressed_size)
                let packed = Int(clamping: info.compressed_size)
                guard info.compression_method == 0 || info.compression_method == 8 else {
                    throw refusal(
                        .unsupported, "the entry \(name) uses compression method \(info.compression_method)",
                        "条目 \(name) 使用压缩方法 \(info.compression_method)")
                }
                guard packed <= fileSize else {
                    throw ZipReader.damaged(
                        nil, SheetText(en: "the entry \(name) is cut off", zh: "条目 \(name) 不完整"))
                }
                total = total.addingReportingOverflow(size).overflow ? .max : total + size
                guard size <= limits.maximumEntryBytes, total <= limits.maximumTotalBytes else {
                    throw refusal(
                        .tooLarge, "the entry \(name) unpacks to \(size) bytes", "条目 \(name) 解压后有 \(size) 字节")
                }
                guard size <= 1 << 20 || size / max(1, packed) <= limits.maximumRatio else {
                    throw refusal(
                        .tooLarge, "the entry \(name) unpacks to \(size / max(1, packed)) times its size",
                        "条目 \(name) 解压后是原来的 \(size / max(1, packed)) 倍")
                }
                var position = unz64_file_pos()
                guard unzGetFilePos64(handle, &position) == UNZ_OK else { break }
                entries.append(
                    ZipReader.Entry(
                        name: name, size: size, compressedSize: packed,
                        directoryOffset: position.pos_in_zip_directory, number: position.num_of_file))
            }
            status = unzGoToNextFile(handle)
        }
        guard status == UNZ_END_OF_LIST_OF_FILE else {
            throw ZipReader.damaged(nil, SheetText(en: "the archive's directory is damaged", zh: "压缩包目录已损坏"))
        }
        return entries
    }

    /// Names are UTF-8 by flag or by validity, else GB 18030 as Chinese Windows writes them.
    private static func decode(_ name: ArraySlice<CChar>, isUTF8: Bool) throws(SheetError) -> String {
        let bytes = name.map { UInt8(bitPattern: $0) }
        let valid = bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { UTF8Check.scan($0, count: buffer.count).valid == buffer.count } ?? true
        }
        if valid { return String(decoding: bytes, as: UTF8.self) }
        if !isUTF8, let text = GB18030.string(bytes) { return text }
        throw refusal(.malformed, "a name in the archive is not valid text", "压缩包内的名称编码无效")
    }

    private static func refusal(_ kind: SheetError.Kind, _ en: String, _ zh: String) -> SheetError {
        SheetError(
            kind, SheetText(en: en, zh: zh),
            advice: SheetText(
                en: "Make the archive anew with plain, unencrypted files of reasonable size",
                zh: "请用普通、未加密且大小合理的文件重新打包"))
    }
}

/// The rules for names inside an archive.
enum ZipName {
    /// Refuses names that could leave the folder they are unpacked into or that mean different files on different systems.
    static func check(_ name: String, maximumDepth: Int) throws(SheetError) {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isAbsolute = name.hasPrefix("/") || name.hasPrefix("~") || (parts.first?.contains(":") ?? false)
        let isFolder = parts.last?.isEmpty ?? true
        let walks = parts.dropLast(isFolder ? 1 : 0).contains { $0 == ".." || $0 == "." || $0.isEmpty }
        let hasControl = name.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0x5C }
        guard !name.isEmpty, !isAbsolute, !walks, !hasControl, name.utf8.count <= 1_024 else {
            throw SheetError(
                .malformed,
                SheetText(
                    en:
                        "the name \(name.debugDescription) in the archive leaves its folder or holds forbidden characters",
                    zh: "压缩包内的名称 \(name.debugDescription) 越出文件夹或含有禁用字符"),
                advice: SheetText(en: "Make the archive anew with plain relative names", zh: "请用普通的相对路径重新打包"))
        }
        guard parts.count <= maximumDepth + 1 else {
            throw SheetError(
                .tooLarge,
                SheetText(
                    en: "the name \(name) is more than \(maximumDepth) folders deep",
                    zh: "名称 \(name) 的层级超过 \(maximumDepth)"),
                advice: SheetText(en: "Make the archive anew with fewer folders", zh: "请减少文件夹层级后重新打包"))
        }
    }
}
