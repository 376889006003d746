/// The generator of everything that is drawn: xoshiro256**, the same numbers for the same seed on every machine.
///
/// Its 256 bits of state are filled from the seed by ``SplitMix64``, as its authors advise. Source: D. Blackman,
/// S. Vigna, “Scrambled linear pseudorandom number generators”, ACM Trans. Math. Softw. 47 (2021). Not for secrets.
public struct SeededGenerator: RandomNumberGenerator, Sendable, Hashable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    /// A generator; every seed is allowed.
    public init(seed: UInt64) {
        var filler = SplitMix64(seed: seed)
        state = (filler.next(), filler.next(), filler.next(), filler.next())
    }

    /// A generator in a known state; `nil` where all four words are zero, from which it would never move.
    public init?(state: (UInt64, UInt64, UInt64, UInt64)) {
        guard state.0 | state.1 | state.2 | state.3 != 0 else { return nil }
        self.state = state
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        let result = Self.rotated(state.1 &* 5, by: 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = Self.rotated(state.3, by: 45)
        return result
    }

    /// A number in 0 ..< 1 with 53 random bits.
    public mutating func nextFraction() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A whole number in 0 ..< `limit`, each as likely; 0 where `limit` is below 1.
    public mutating func next(below limit: Int) -> Int {
        limit > 1 ? Int.random(in: 0..<limit, using: &self) : 0
    }

    private static func rotated(_ value: UInt64, by bits: UInt64) -> UInt64 {
        (value << bits) | (value >> (64 - bits))
    }

    /// Two generators are the same when they will give the same numbers.
    public static func == (left: SeededGenerator, right: SeededGenerator) -> Bool {
        left.state == right.state
    }

    /// Hashes the state.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(state.0)
        hasher.combine(state.1)
        hasher.combine(state.2)
        hasher.combine(state.3)
    }
}
