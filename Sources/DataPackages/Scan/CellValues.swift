/// Reads the values of cells from their bytes, without making texts.
enum CellValues {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// A decimal number: `[+-]digits[.digits][e[+-]digits]`; `nil` for anything else and for what is not finite.
    ///
    /// Up to fifteen digits are computed exactly (a whole number divided by a power of ten); the rest goes through
    /// the standard library.
    @inline(__always)
    static func number(_ text: Bytes) -> Double? {
        var index = 0
        let count = text.count
        var isNegative = false
        if index < count, text[index] == 0x2D || text[index] == 0x2B {
            isNegative = text[index] == 0x2D
            index &+= 1
        }
        var whole: UInt64 = 0
        var digits = 0
        var decimals = 0
        while index < count, text[index] &- 0x30 < 10 {
            whole = whole &* 10 &+ UInt64(text[index] &- 0x30)
            digits &+= 1
            index &+= 1
        }
        if index < count, text[index] == 0x2E {
            index &+= 1
            while index < count, text[index] &- 0x30 < 10 {
                whole = whole &* 10 &+ UInt64(text[index] &- 0x30)
                digits &+= 1
                decimals &+= 1
                index &+= 1
            }
            guard decimals > 0 else { return nil }
        }
        guard digits > decimals else { return nil }
        guard index == count, digits <= 15 else { return longNumber(text) }
        let value = Double(whole) / powers[decimals]
        return isNegative ? -value : value
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    @inline(never)
    private static func longNumber(_ text: Bytes) -> Double? {
        for byte in text {
            switch byte {
            case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: continue
            default: return nil
            }
        }
        guard text.count < 400, let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite
        else {
            return nil
        }
        return value
    }

    /// A whole number: `[+-]digits`, at most eighteen digits.
    @inline(__always)
    static func integer(_ text: Bytes) -> Int? {
        var index = 0
        let count = text.count
        var isNegative = false
        if index < count, text[index] == 0x2D || text[index] == 0x2B {
            isNegative = text[index] == 0x2D
            index &+= 1
        }
        guard index < count, count &- index <= 18 else { return nil }
        var whole = 0
        while index < count {
            let digit = text[index] &- 0x30
            guard digit < 10 else { return nil }
            whole = whole &* 10 &+ Int(digit)
            index &+= 1
        }
        return isNegative ? -whole : whole
    }

    /// Whether a text is a date of the calendar: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    @inline(__always)
    static func isDate(_ text: Bytes) -> Bool {
        let count = text.count
        guard count == 4 || count == 7 || count == 10 else { return false }
        guard let year = digits(text, 0, 4), year >= 1000 else { return false }
        if count == 4 { return true }
        guard text[4] == 0x2D, let month = digits(text, 5, 2), month >= 1, month <= 12 else { return false }
        if count == 7 { return true }
        guard text[7] == 0x2D, let day = digits(text, 8, 2), day >= 1 else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days =
            month == 2
            ? (isLeap ? 29 : 28) : (month == 4 || month == 6 || month == 9 || month == 11) ? 30 : 31
        return day <= days
    }

    @inline(__always)
    static func digits(_ text: Bytes, _ start: Int, _ count: Int) -> Int? {
        var value = 0
        for index in start..<(start &+ count) {
            let digit = text[index] &- 0x30
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int(digit)
        }
        return value
    }

    /// `=`, `>`, `<`, `>=`, `<=`, `~`, `~<` or `~>`.
    @inline(__always)
    static func isQualifier(_ text: Bytes) -> Bool {
        switch text.count {
        case 1: return text[0] == 0x3D || text[0] == 0x3E || text[0] == 0x3C || text[0] == 0x7E
        case 2:
            switch (text[0], text[1]) {
            case (0x3E, 0x3D), (0x3C, 0x3D), (0x7E, 0x3C), (0x7E, 0x3E): return true
            default: return false
            }
        default: return false
        }
    }

    /// `yes` or `no`.
    @inline(__always)
    static func isBoolean(_ text: Bytes) -> Bool {
        switch text.count {
        case 3: text[0] == 0x79 && text[1] == 0x65 && text[2] == 0x73
        case 2: text[0] == 0x6E && text[1] == 0x6F
        default: false
        }
    }

    /// Whether a text holds a byte below 0x20 or 0x7F.
    @inline(__always)
    static func hasControl(_ text: Bytes) -> Bool {
        let raw = UnsafeRawBufferPointer(text)
        let count = raw.count
        var index = 0
        let ones: UInt64 = 0x0101_0101_0101_0101
        let high: UInt64 = 0x8080_8080_8080_8080
        while index &+ 8 <= count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            // Below 0x20: subtracting 0x20 borrows into the high bit of a byte whose own high bit is not set. A
            // borrow that runs on may raise a false alarm, so that an alarm is looked at byte by byte.
            let low = (word &- (ones &* 0x20)) & ~word & high
            let del = ((word ^ (ones &* 0x7F)) &- ones) & ~(word ^ (ones &* 0x7F)) & high
            if low | del != 0 { return hasControlSlowly(text, from: index) }
            index &+= 8
        }
        return index < count && hasControlSlowly(text, from: index)
    }

    @inline(__always)
    private static func hasControlSlowly(_ text: Bytes, from start: Int) -> Bool {
        var index = start
        while index < text.count {
            if text[index] < 0x20 || text[index] == 0x7F { return true }
            index &+= 1
        }
        return false
    }

    /// Whether a text holds a byte that cannot stand in an id: blank, control, quote, `;`.
    @inline(__always)
    static func isBadID(_ text: Bytes) -> Bool {
        for byte in text where byte <= 0x20 || byte == 0x7F || byte == 0x3B || byte == 0x22 { return true }
        return false
    }

    /// A text without the ASCII blanks at its ends.
    @inline(__always)
    static func trimmed(_ text: Bytes) -> Bytes {
        var start = 0
        var end = text.count
        while start < end, text[start] == 0x20 { start &+= 1 }
        while end > start, text[end &- 1] == 0x20 { end &-= 1 }
        return Bytes(rebasing: text[start..<end])
    }

    /// Calls `body` with each part between semicolons, blanks at its ends taken off, empty parts too.
    @inline(__always)
    static func parts(_ text: Bytes, _ body: (Bytes) -> Void) {
        var start = 0
        var index = 0
        while index <= text.count {
            if index == text.count || text[index] == 0x3B {
                body(trimmed(Bytes(rebasing: text[start..<index])))
                start = index &+ 1
            }
            index &+= 1
        }
    }
}
