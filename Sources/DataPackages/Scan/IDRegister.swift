import Ecosystem

/// Every id of a package: which kinds of record bear it, and where it stands first.
///
/// The ids of a table are appended while it is read and made known when it ends. Ids of translations, which nothing
/// refers to, wait until all other tables are read, so that the searches in between find a smaller register.
final class IDRegister {
    /// What is known of one id.
    struct Entry: BitwiseCopyable {
        var kinds: KindMask
        var row: UInt32
        var table: UInt8
    }

    private let texts = ByteTable(capacity: 4096)
    private let entries = PlainList<Entry>(capacity: 4096)
    private let late = ByteTable()
    private let lateRows = PlainList<UInt32>()
    private var lateTable: UInt8 = 0

    /// Prepares for tables of so many bytes in all.
    func reserve(fileSize: Int) { texts.reserve(bytes: fileSize / 4, strings: fileSize / 48) }

    /// How many ids were met, those of translations left out until ``addLate(_:)``.
    var count: Int { texts.count }

    /// Puts a record's id at the end; its number, to be used with ``text(of:)``.
    @inline(__always)
    func append(_ id: UnsafeBufferPointer<UInt8>, row: Int, kind: KindMask, table: Int) -> Int32 {
        let number = texts.append(id)
        guard number >= 0 else { return -1 }
        entries.append(
            Entry(kinds: kind, row: UInt32(truncatingIfNeeded: row), table: UInt8(truncatingIfNeeded: table)))
        return Int32(truncatingIfNeeded: number)
    }

    /// The same for a translation; its number is −2 or less.
    @inline(__always)
    func appendLate(_ id: UnsafeBufferPointer<UInt8>, row: Int, table: Int) -> Int32 {
        let number = late.append(id)
        guard number >= 0 else { return -1 }
        lateRows.append(UInt32(truncatingIfNeeded: row))
        lateTable = UInt8(truncatingIfNeeded: table)
        return -2 - Int32(truncatingIfNeeded: number)
    }

    /// The number of an id that is known; −1 for others.
    @inline(__always)
    func find(_ id: UnsafeBufferPointer<UInt8>) -> Int { texts.find(id) }

    func find(_ id: String) -> Int { texts.find(id) }

    /// What is known of an id, by its number.
    @inline(__always)
    func entry(_ number: Int) -> Entry { entries[number] }

    /// The bytes of an id, valid until the next one is appended.
    func bytes(_ number: Int) -> UnsafeBufferPointer<UInt8> { texts.text(number) }

    /// The id of a record; `nil` for a record without one.
    func text(of number: Int32) -> String? {
        if number >= 0 { return texts.string(Int(number)) }
        return number <= -2 ? late.string(Int(-2 - number)) : nil
    }

    /// Makes the appended ids known; calls `isTaken` with the numbers of each that has a bearer already, and of that
    /// bearer. A document and its only paragraph may share one.
    func makeKnown(_ isTaken: (_ new: Int, _ first: Int) -> Void) {
        texts.index { new, first in
            let held = entries[first].kinds
            let added = entries[new].kinds
            entries[first].kinds.bits |= added.bits
            if held.meets(added) || (held.bits | added.bits) & ~KindMask.mayShare.bits != 0 {
                isTaken(new, first)
            }
        }
    }

    /// Makes the ids of translations known.
    func addLate(_ isTaken: (_ new: Int, _ first: Int) -> Void) {
        let kind = KindMask(.translation)
        for number in 0..<late.count {
            _ = append(late.text(number), row: Int(lateRows[number]), kind: kind, table: Int(lateTable))
        }
        makeKnown(isTaken)
    }
}
