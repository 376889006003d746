import ChainAnalysis
import Kernels
import Testing

@Suite("Quantities of a segment")
struct SegmentQuantitiesTests {
    @Test(arguments: [
        (capacities: [1000.0, 1000, 400], grade: CoverageClass.strong, reasons: [CoverageReason.needMet]),
        (capacities: [800, 800], grade: .adequate, reasons: [.belowNeed]),
        (capacities: [300, 300, 200], grade: .weak, reasons: [.farBelowNeed]),
        (capacities: [2000], grade: .weak, reasons: [.singleSource]),
        (capacities: [500], grade: .weak, reasons: [.farBelowNeed, .singleSource]),
        (capacities: [1500, 300], grade: .weak, reasons: [.concentrated]),
        (capacities: [], grade: .missing, reasons: [.noneFound]),
        (capacities: [0, -5, .nan, .infinity], grade: .missing, reasons: [.noneFound]),
    ])
    func `each class follows from need, capacity and concentration`(
        capacities: [Double], grade: CoverageClass, reasons: [CoverageReason]
    ) {
        let judged = SegmentQuantities(need: 2000, capacities: capacities, surveyedShare: 1).judged()
        #expect(judged.0 == grade)
        #expect(judged.1 == reasons)
    }

    @Test func `below six tenths surveyed nothing is judged, not even what is missing`() {
        #expect(SegmentQuantities(need: 10, capacities: [], surveyedShare: 0.59).judged().0 == .unknown)
        #expect(SegmentQuantities(need: 10, capacities: [], surveyedShare: 0.6).judged().0 == .missing)
        #expect(SegmentQuantities(need: 10, capacities: [9, 9], surveyedShare: nil).judged().0 == .unknown)
    }

    @Test func `the concentration of shares is the sum of their squares`() throws {
        // 1500 and 300 of 1800: (5/6)² + (1/6)² = 26/36.
        let concentration = try #require(
            SegmentQuantities(need: 2000, capacities: [1500, 300], surveyedShare: 1).concentration)
        #expect(abs(concentration - 26.0 / 36) < 1e-12)
        #expect(SegmentQuantities(need: 1, capacities: [7], surveyedShare: 1).concentration == 1)
        #expect(SegmentQuantities(need: 1, capacities: [], surveyedShare: 1).concentration == nil)
    }

    @Test(arguments: [0, -1, Double.nan, .infinity])
    func `a need that is no positive number gives no coverage`(need: Double) {
        #expect(SegmentQuantities(need: need, capacities: [1], surveyedShare: 1).coverage == nil)
    }

    @Test func `adding verified capacity never lowers the coverage`() {
        var generator = SeededGenerator(seed: 2026)
        for _ in 0..<5_000 {
            let need = generator.nextFraction() * 1000 + 0.001
            var capacities = (0..<generator.next(below: 6)).map { _ in generator.nextFraction() * 500 }
            let share = generator.nextFraction()
            let before =
                SegmentQuantities(need: need, capacities: capacities, surveyedShare: share).coverage ?? -1
            let added = generator.nextFraction() * 500
            if !capacities.isEmpty, generator.next(below: 2) == 0 {
                capacities[generator.next(below: capacities.count)] += added
            } else {
                capacities.append(added)
            }
            let after =
                SegmentQuantities(need: need, capacities: capacities, surveyedShare: share).coverage ?? -1
            #expect(before >= 0 && after >= before && after <= 1)
        }
    }

    @Test func `a class that falls with more capacity names concentration as its reason`() {
        let order: [CoverageClass] = [.missing, .weak, .adequate, .strong]
        var generator = SeededGenerator(seed: 11)
        var fallen = 0
        for _ in 0..<5_000 {
            var capacities = (0..<(1 + generator.next(below: 4))).map { _ in generator.nextFraction() * 300 }
            let before = SegmentQuantities(need: 400, capacities: capacities, surveyedShare: 1)
            capacities[0] += generator.nextFraction() * 2000
            let after = SegmentQuantities(need: 400, capacities: capacities, surveyedShare: 1)
            #expect((after.coverage ?? -1) >= (before.coverage ?? 2))
            let ranks = [before, after].map { order.firstIndex(of: $0.judged().0) ?? -1 }
            guard ranks[1] < ranks[0] else { continue }
            fallen += 1
            #expect(after.judged().1.contains(.concentrated))
        }
        #expect(fallen > 0)
    }

    @Test func `every constant can be changed`() {
        var options = CoverageOptions()
        options.weakBelow = 0.9
        options.concentratedAbove = 1
        options.surveyedFrom = 0.1
        let quantities = SegmentQuantities(need: 100, capacities: [70, 10], surveyedShare: 0.2)
        #expect(quantities.judged(options).1 == [.farBelowNeed])
        options.weakBelow = 0.5
        #expect(quantities.judged(options).0 == .adequate)
        options.strongFrom = 0.8
        #expect(quantities.judged(options).0 == .strong)
    }
}
