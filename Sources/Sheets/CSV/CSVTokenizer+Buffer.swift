extension CSVTokenizer {
    /// Moves what begins at `start` to the front of the buffer and reads on behind it.
    func fill(keepingFrom start: Int) throws(SheetError) {
        let rest = end - start
        if rest > capacity / 2 {
            let grownCapacity = capacity * 2
            let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: grownCapacity + 64)
            grown.update(from: buffer + start, count: rest)
            buffer.deallocate()
            buffer = grown
            capacity = grownCapacity
        } else if rest > 0, start > 0 {
            buffer.update(from: buffer + start, count: rest)
        }
        bufferOffset += start
        end = rest
        let added = try source.read(into: buffer + end, capacity: capacity - end)
        end += added
        (buffer + end).initialize(repeating: 0, count: 64)
        isAtEnd = added == 0
    }

    /// Reports a record above the limit and finds the start of the next.
    func skipRecord(from start: Int, terminator: UInt8) throws -> Int {
        report(.recordTooLong, field: 0)
        var start = start
        var found = false
        while !found {
            while start < end, !found {
                found = buffer[start] == terminator
                start += 1
            }
            while let issue = source.takeIssue(before: bufferOffset + start) {
                report(issue, field: 0)
            }
            if !found {
                try fill(keepingFrom: end)
                start = 0
                if isAtEnd { break }
            }
        }
        nextRow += 1
        nextLine += 1
        return start
    }

    /// LF, or CR where the beginning of the text holds carriage returns and no LF (old Macintosh files).
    func lineEnd() -> UInt8 {
        var hasReturn = false
        for index in 0..<end {
            if buffer[index] == 0x0A { return 0x0A }
            if buffer[index] == 0x0D, index + 1 < end || isAtEnd { hasReturn = true }
        }
        return hasReturn ? 0x0D : 0x0A
    }

    /// The separator that the first record holds most often outside quotes.
    func detectDelimiter(_ terminator: UInt8) -> UInt8 {
        let candidates: [UInt8] = [0x2C, 0x3B, 0x09]
        var counts = [0, 0, 0]
        var isInside = false
        for index in 0..<end {
            let byte = buffer[index]
            if byte == 0x22 { isInside.toggle() }
            if isInside { continue }
            if byte == terminator, counts.contains(where: { $0 > 0 }) { break }
            if let found = candidates.firstIndex(of: byte) { counts[found] += 1 }
        }
        var best = 0
        for index in 1..<counts.count where counts[index] > counts[best] { best = index }
        return candidates[best]
    }
}

extension CSVOptions.Delimiter {
    /// The separator as a byte; a comma where it is still to be found out.
    var byte: UInt8 {
        switch self {
        case .comma, .detected: 0x2C
        case .semicolon: 0x3B
        case .tab: 0x09
        }
    }
}
