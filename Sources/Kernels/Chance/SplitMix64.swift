/// SplitMix64, a generator with 64 bits of state; it serves to fill the state of larger generators from one seed.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, “Fast splittable pseudorandom number generators”, OOPSLA 2014, with
/// the constants of S. Vigna's public-domain reference `splitmix64.c` (2015).
public struct SplitMix64: RandomNumberGenerator, Sendable, Hashable {
    private var state: UInt64

    /// A generator; every seed is allowed.
    public init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
