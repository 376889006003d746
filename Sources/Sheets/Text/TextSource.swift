/// A byte of the file that the text cannot show as it stands.
struct TextIssue: Equatable {
    /// Where it stands in the decoded text.
    var textOffset: Int
    /// Where it stands in the file.
    var fileOffset: Int
    /// Its value.
    var byte: UInt8
    /// True for a zero character, which is valid and has no place in a table; false for a byte that is invalid.
    var isNUL: Bool
}

/// A file's text as UTF-8, in pieces. Clean UTF-8 passes through untouched; all else is decoded, bad bytes become U+FFFD
/// and are remembered with their places.
final class TextSource {
    let survey: TextSurvey
    /// Bad bytes in the order of the text; the reader takes off the front what it has reported.
    private(set) var issues: [TextIssue] = []
    private var firstIssue = 0
    /// Bad bytes beyond the first thousands of one piece: counted, not kept, so that a binary file costs no memory.
    private(set) var unkeptIssues = 0

    private let input: any RawInput
    private let decoder: (any TextDecoder)?
    private var raw: UnsafeMutablePointer<UInt8>
    private let rawCapacity = 1 << 16
    private var rawStart = 0
    private var rawEnd = 0
    private var nextNUL = 0
    private var rawOffset: Int
    private var textOffset = 0
    private var isAtEnd = false

    convenience init(_ input: some RawInput, declared: TextEncoding?) throws(SheetError) {
        try self.init(input, survey: TextSurvey.run(input, declared: declared))
    }

    /// The text of an input that was looked through before.
    init(_ input: some RawInput, survey: TextSurvey) throws(SheetError) {
        self.survey = survey
        self.input = input
        if survey.isClean {
            decoder = nil
        } else if survey.encoding == .utf8 {
            decoder = UTF8Decoder()
        } else {
            decoder = try IconvDecoder(survey.encoding)
        }
        raw = UnsafeMutablePointer<UInt8>.allocate(capacity: decoder == nil ? 1 : rawCapacity)
        rawOffset = survey.markLength
        try input.seek(to: survey.markLength)
    }

    deinit { raw.deallocate() }

    /// True where bad bytes are waiting to be reported.
    var hasIssues: Bool { firstIssue < issues.count }

    /// Takes the next bad byte before `limit` in the text.
    func takeIssue(before limit: Int) -> TextIssue? {
        guard firstIssue < issues.count, issues[firstIssue].textOffset < limit else { return nil }
        let issue = issues[firstIssue]
        firstIssue += 1
        if firstIssue == issues.count {
            issues.removeAll(keepingCapacity: true)
            firstIssue = 0
        }
        return issue
    }

    /// Puts up to `capacity` (at least 64) bytes of UTF-8 into `target`; 0 means the end.
    func read(into target: UnsafeMutablePointer<UInt8>, capacity: Int) throws(SheetError) -> Int {
        guard let decoder else { return try input.read(into: target, capacity: capacity) }
        var made = 0
        while capacity - made >= 16 {
            if rawStart == rawEnd {
                if isAtEnd { break }
                try refill()
                continue
            }
            if nextNUL == rawStart {
                note(at: made, isNUL: true)
                target[made] = 0
                made += 1
                skip(survey.encoding.unitLength)
                findNUL()
                continue
            }
            let limit = min(rawEnd, nextNUL)
            let step = decoder.step(
                raw + rawStart, count: limit - rawStart, into: target + made, capacity: capacity - made)
            skip(step.used)
            made += step.made
            switch step.stop {
            case .inputUsed: continue
            case .outputFull:
                textOffset += made
                return made
            case .cutOff where !isAtEnd && limit == rawEnd:
                try refill()
            case .cutOff, .invalid:
                note(at: made, isNUL: false)
                target[made] = 0xEF
                target[made + 1] = 0xBF
                target[made + 2] = 0xBD
                made += 3
                skip(min(survey.encoding.unitLength, limit - rawStart))
            }
        }
        textOffset += made
        return made
    }

    private func note(at made: Int, isNUL: Bool) {
        guard issues.count < 4_096 else {
            unkeptIssues += 1
            return
        }
        issues.append(
            TextIssue(textOffset: textOffset + made, fileOffset: rawOffset, byte: raw[rawStart], isNUL: isNUL)
        )
    }

    private func skip(_ count: Int) {
        let count = min(count, rawEnd - rawStart)
        rawStart += count
        rawOffset += count
    }

    private func refill() throws(SheetError) {
        let rest = rawEnd - rawStart
        if rest > 0 { raw.update(from: raw + rawStart, count: rest) }
        let added = try input.read(into: raw + rest, capacity: rawCapacity - rest)
        rawStart = 0
        rawEnd = rest + added
        isAtEnd = added == 0
        findNUL()
    }

    /// The place of the next zero byte (or zero unit) that is wholly in the buffer.
    private func findNUL() {
        let unit = survey.encoding.unitLength
        var i = rawStart
        while i + unit <= rawEnd {
            if raw[i] == 0, unit == 1 || raw[i + 1] == 0 {
                nextNUL = i
                return
            }
            i += unit
        }
        nextNUL = .max
    }
}

extension TextEncoding {
    /// The bytes of the smallest unit.
    var unitLength: Int { self == .utf16LittleEndian || self == .utf16BigEndian ? 2 : 1 }
}
