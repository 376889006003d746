/// A part of the scenarios of a study, so that several machines can share them: part `index` of `count`, from 1.
public struct StudyShard: Sendable, Hashable, Codable {
    /// Which part, from 1.
    public var index: Int
    /// How many parts there are.
    public var count: Int

    /// A part.
    public init(index: Int, count: Int) {
        self.index = index
        self.count = count
    }

    /// A part written as `2/8`; `nil` where the text is none.
    public init?(text: String) {
        let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let index = numbers[0], let count = numbers[1], count >= 1,
            count <= 1_000_000, (1...count).contains(index)
        else { return nil }
        self.init(index: index, count: count)
    }
}
