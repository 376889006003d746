/// The time for which something holds; both ends belong to it, and either may be open.
public struct Validity: Sendable, Hashable, Codable {
    /// The first year, month or day; `nil` for "not known or from the beginning".
    public let from: CalendarPoint?
    /// The last year, month or day; `nil` for "still".
    public let to: CalendarPoint?

    /// Without ends.
    public static let always = Validity(from: nil, to: nil)

    /// A validity; ends in the wrong order hold at no time.
    public init(from: CalendarPoint?, to: CalendarPoint?) {
        self.from = from
        self.to = to
    }

    /// Whether it holds at some moment of a year, month or day.
    public func contains(_ point: CalendarPoint) -> Bool {
        (from.map { $0.firstDay <= point.lastDay } ?? true)
            && (to.map { $0.lastDay >= point.firstDay } ?? true)
            && !isReversed
    }

    /// Whether the end lies before the beginning.
    public var isReversed: Bool {
        guard let from, let to else { return false }
        return to.lastDay < from.firstDay
    }
}
