import Kernels
import Testing

@Suite("Seeded generator")
struct SeededGeneratorTests {
    /// The sequence that Vigna's splitmix64.c prints for the seed 1234567, as listed by several ports of it.
    @Test func `SplitMix64 gives the published sequence`() {
        var generator = SplitMix64(seed: 1_234_567)
        let numbers = (0..<5).map { _ in generator.next() }
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    /// The sequence that xoshiro256starstar.c prints from the state 1, 2, 3, 4.
    @Test func `xoshiro256** gives the published sequence`() throws {
        var generator = try #require(SeededGenerator(state: (1, 2, 3, 4)))
        let numbers = (0..<10).map { _ in generator.next() }
        #expect(
            numbers == [
                11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360,
                607_988_272_756_665_600, 16_172_922_978_634_559_625, 8_476_171_486_693_032_832,
                10_595_114_339_597_558_777, 2_904_607_092_377_533_576,
            ])
    }

    @Test func `a state of zeros is refused`() { #expect(SeededGenerator(state: (0, 0, 0, 0)) == nil) }

    @Test func `the same seed gives the same numbers and another seed gives others`() {
        var (first, second, third) = (
            SeededGenerator(seed: 7), SeededGenerator(seed: 7), SeededGenerator(seed: 8)
        )
        #expect(first == second)
        let numbers = (0..<100).map { _ in first.next() }
        #expect(numbers == (0..<100).map { _ in second.next() })
        #expect(numbers != (0..<100).map { _ in third.next() })
    }

    @Test func `fractions lie below one and fill the range evenly`() {
        var generator = SeededGenerator(seed: 1)
        var tenths = [Int](repeating: 0, count: 10)
        for _ in 0..<10_000 {
            let fraction = generator.nextFraction()
            #expect(fraction >= 0 && fraction < 1)
            tenths[min(9, Int(fraction * 10))] += 1
        }
        // Each tenth has mean 1000 and standard deviation 30; six of them are allowed.
        #expect(tenths.allSatisfy { abs($0 - 1000) < 180 })
    }

    @Test func `a limit below two always gives zero`() {
        var generator = SeededGenerator(seed: 1)
        #expect([-1, 0, 1].map { generator.next(below: $0) } == [0, 0, 0])
    }
}
