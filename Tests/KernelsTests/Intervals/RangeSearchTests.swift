import Kernels
import Testing

@Suite struct `Ranges of formulas` {
    private struct Wave: Formula {
        func result<Number: FormulaNumber>(of inputs: [Number]) -> Number {
            inputs[0] * inputs[0] - Number(2) * inputs[0] * inputs[1] + Number.larger(inputs[1], Number(0.5))
        }
    }

    @Test func `a square that cannot be below zero has its smallest value where it is`() {
        struct Square: Formula {
            func result<Number: FormulaNumber>(of inputs: [Number]) -> Number {
                (inputs[0] - Number(1)) * (inputs[0] - Number(1))
            }
        }
        let found = Square().result(of: [Bounded(0, in: Interval(holding: -1, 3))])
        #expect(found.low <= 0 && found.low > -1e-9)
        #expect(abs(found.high - 4) < 1e-9)
    }

    @Test func `the extremes of x ln x are met`() {
        struct Entropy: Formula {
            func result<Number: FormulaNumber>(of inputs: [Number]) -> Number { inputs[0].timesLogarithm() }
        }
        let found = Entropy().result(of: [Bounded(0.5, in: .unit)])
        #expect(abs(found.low + 0.36787944117144233) < 1e-12)
        #expect(found.high >= 0 && found.high < 1e-12)
    }

    @Test(arguments: 1...100) func `every value at a point lies in the range, and the range is not idle`(
        seed: Int
    ) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let box = (0..<2).map { _ in
            Interval(
                holding: generator.nextFraction() * 4 - 2, generator.nextFraction() * 4 - 2)
        }
        let found = Wave().result(of: box.map { Bounded($0.middle, in: $0) }, search: RangeSearch(boxes: 400))
        var (low, high) = (Double.infinity, -Double.infinity)
        for step in 0..<441 {
            let point = [
                box[0].lower + box[0].width * Double(step % 21) / 20,
                box[1].lower + box[1].width * Double(step / 21) / 20,
            ]
            let value = Wave().result(of: point)
            #expect(found.low <= value && value <= found.high)
            (low, high) = (min(low, value), max(high, value))
        }
        #expect(found.low >= low - 0.1 && found.high <= high + 0.1)
    }

    @Test func `dividing by what may be zero leaves an end open`() {
        #expect(Interval(1) / Interval(holding: 0, 2) == Interval(holding: 0.5.nextDown, .infinity))
        #expect(Interval(1) / Interval(holding: -1, 1) == .everything)
        #expect(Interval(0) / Interval(holding: 0, 1) == Interval(0))
        #expect(Interval(2, 1) == nil)
        #expect(Interval(.nan, 1) == nil)
        #expect(Interval(Double.nan) == .everything)
    }

    @Test(arguments: 1...200) func `arithmetic never loses a number`(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        func draw() -> Interval {
            Interval(holding: generator.nextFraction() * 6 - 3, generator.nextFraction() * 6 - 3)
        }
        let (one, other) = (draw(), draw())
        for _ in 0..<20 {
            let a = one.lower + one.width * generator.nextFraction()
            let b = other.lower + other.width * generator.nextFraction()
            #expect((one + other).contains(a + b))
            #expect((one - other).contains(a - b))
            #expect((one * other).contains(a * b))
            #expect((one / other).contains(a / b))
        }
    }
}
