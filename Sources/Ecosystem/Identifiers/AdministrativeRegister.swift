/// A list of divisions with their history: what a code meant at a date, and what it is called now.
///
/// The register holds what a data package gives it; a code that it does not hold is a warning, not an error.
public struct AdministrativeRegister: Sendable {
    /// All divisions by code, then by the start of their validity.
    public let divisions: [AdministrativeDivision]
    private let ranges: [AdministrativeCode: Range<Int>]

    /// A register of these divisions; one code may stand several times with different validity.
    public init(_ divisions: [AdministrativeDivision]) {
        let sorted = divisions.enumerated().sorted {
            if $0.element.code != $1.element.code { return $0.element.code < $1.element.code }
            switch ($0.element.validity.from, $1.element.validity.from) {
            case (nil, nil): return $0.offset < $1.offset
            case (nil, _): return true
            case (_, nil): return false
            case (let left?, let right?): return left == right ? $0.offset < $1.offset : left < right
            }
        }.map(\.element)
        var ranges: [AdministrativeCode: Range<Int>] = [:]
        for (index, division) in sorted.enumerated() {
            ranges[division.code] = (ranges[division.code]?.lowerBound ?? index)..<(index + 1)
        }
        self.divisions = sorted
        self.ranges = ranges
    }

    /// Everything that a code has meant, oldest first.
    public func history(of code: AdministrativeCode) -> ArraySlice<AdministrativeDivision> {
        divisions[ranges[code] ?? 0..<0]
    }

    /// What a code means at a time, or its latest meaning where no time is given.
    public func division(_ code: AdministrativeCode, at time: CalendarPoint? = nil) -> AdministrativeDivision?
    {
        guard let time else { return history(of: code).last }
        return history(of: code).last { $0.validity.contains(time) }
    }

    /// The codes that stand today for what a code once meant, in order; the code itself where it was never
    /// repealed. Circular successions end where they began.
    public func currentCodes(of code: AdministrativeCode) -> [AdministrativeCode] {
        var seen: Set<AdministrativeCode> = [code]
        var open = [code]
        var result: Set<AdministrativeCode> = []
        while let next = open.popLast() {
            let successors = history(of: next).last?.successors ?? []
            if successors.isEmpty { result.insert(next) }
            for successor in successors where seen.insert(successor).inserted { open.append(successor) }
        }
        return result.sorted()
    }

    /// Whether the register holds a code at a time: unknown and repealed codes are warnings with the nearest code
    /// or the successor.
    public func check(_ code: AdministrativeCode, at time: CalendarPoint? = nil) -> [IdentifierFinding] {
        guard let latest = history(of: code).last else { return [unknown(code)] }
        if let time {
            guard division(code, at: time) == nil else { return [] }
        } else if latest.validity.to == nil && latest.successors.isEmpty {
            return []
        }
        let successors = currentCodes(of: code).filter { $0 != code }
        let list = successors.map(\.text).joined(separator: ", ")
        let hint =
            successors.isEmpty
            ? Localized(same: "") : Localized(" Its place is taken by \(list).", "现由 \(list) 接替。")
        return [
            IdentifierFinding(
                .warning, .repealed, value: code.text, suggestion: successors.first?.text,
                Localized(
                    "\(code.text) (\(latest.name.en)) does not hold \(time.map { "at \($0.text)" } ?? "today").\(hint.en)",
                    "\(code.text)（\(latest.name.zh)）\(time.map { "在 \($0.text)" } ?? "现已")无效。\(hint.zh)"))
        ]
    }

    private func unknown(_ code: AdministrativeCode) -> IdentifierFinding {
        let near = nearest(to: code)
        let hint =
            near.map {
                Localized(" Near it: \($0.code.text) \($0.name.en).", "相近的有 \($0.code.text) \($0.name.zh)。")
            }
            ?? Localized(same: "")
        return IdentifierFinding(
            .warning, .unknownCode, value: code.text, suggestion: near?.code.text,
            Localized("The register does not hold \(code.text).\(hint.en)", "区划表中没有 \(code.text)。\(hint.zh)"))
    }

    /// The first division that differs in one digit, preferring the same prefecture, then the same province.
    private func nearest(to code: AdministrativeCode) -> AdministrativeDivision? {
        let digits = Array(code.text.utf8)
        var best: (distance: Int, division: AdministrativeDivision)?
        for division in divisions where division.validity.to == nil {
            let differences = zip(digits, division.code.text.utf8).enumerated().filter { $1.0 != $1.1 }
            guard differences.count == 1, let place = differences.first?.offset else { continue }
            let distance = 5 - place
            if best.map({ distance < $0.distance }) ?? true { best = (distance, division) }
        }
        return best?.division
    }
}
