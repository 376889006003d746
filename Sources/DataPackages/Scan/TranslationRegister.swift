import Ecosystem

/// The texts of the table `translations`.
///
/// Phrases are looked for among the English texts; the Chinese ones are made searchable when the first phrase is not
/// found there, which costs nothing in a package that writes its phrases in English.
final class TranslationRegister {
    private let english = ByteTable()
    private let englishRows = PlainList<UInt32>()
    private let chinese = ByteTable()

    /// Whether there is any translation.
    private(set) var isEmpty = true

    /// Prepares for a table of so many bytes.
    func reserve(fileSize: Int) {
        english.reserve(bytes: fileSize, strings: fileSize / 32)
        chinese.reserve(bytes: fileSize, strings: fileSize / 32)
    }

    @inline(__always)
    func addEnglish(_ text: UnsafeBufferPointer<UInt8>, row: Int) {
        if english.append(text) >= 0 { englishRows.append(UInt32(truncatingIfNeeded: row)) }
    }

    @inline(__always)
    func addChinese(_ text: UnsafeBufferPointer<UInt8>) { _ = chinese.append(text) }

    /// Makes the English texts searchable; calls `isTwice` with the row and text of each that stands in an earlier row.
    func makeKnown(_ isTwice: (_ row: Int, _ text: UnsafeBufferPointer<UInt8>) -> Void) {
        isEmpty = english.count + chinese.count == 0
        english.index { new, _ in isTwice(Int(englishRows[new]), english.text(new)) }
    }

    /// Whether a phrase has its other language.
    @inline(__always)
    func contains(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        english.find(text) >= 0 || containsChinese(text)
    }

    @inline(never)
    private func containsChinese(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if chinese.indexedCount < chinese.count { chinese.index { _, _ in } }
        return chinese.find(text) >= 0
    }
}
