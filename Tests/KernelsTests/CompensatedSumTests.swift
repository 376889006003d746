import Kernels
import Testing

@Suite("Compensated sum")
struct CompensatedSumTests {
    /// Neumaier's own example: plain addition and Kahan's method give 0.
    @Test func `a small term between two large ones is kept`() {
        #expect([1, 1e100, 1, -1e100].compensatedSum == 2)
    }

    @Test func `ten tenths are one`() { #expect([Double](repeating: 0.1, count: 10).compensatedSum == 1) }

    @Test func `nothing sums to zero`() { #expect(CompensatedSum().value == 0) }

    @Test func `infinity and no number stay what they are`() {
        #expect([1, .infinity].compensatedSum == .infinity)
        #expect([.infinity, -.infinity].compensatedSum.isNaN)
        #expect([1, .nan, 2].compensatedSum.isNaN)
    }

    @Test func `whole numbers in any order give their exact sum`() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<200 {
            var terms = (0..<50).map { _ in Double(generator.next(below: 1 << 40) - (1 << 39)) }
            let exact = Double(terms.map { Int($0) }.reduce(0, +))
            terms.shuffle(using: &generator)
            #expect(terms.compensatedSum == exact)
        }
    }
}
