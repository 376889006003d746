import Foundation
import Indicators
import Kernels

/// indicators-benchmark matrix REGIONS INDUSTRIES SEED FILE    writes a matrix of sparse, heavy-tailed numbers
/// indicators-benchmark complexity FILE                        quotients, ECI, PCI, fitness, densities
/// indicators-benchmark points COUNT SEED FILE                 writes places with a value
/// indicators-benchmark moran FILE NEIGHBOURS PERMUTATIONS      global and local Moran's I
let arguments = CommandLine.arguments
func text(_ index: Int) -> String { index < arguments.count ? arguments[index] : "" }
func number(_ index: Int) -> Int { Int(text(index)) ?? 1 }

func rows(_ file: String) throws -> [[Substring]] {
    try String(contentsOfFile: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
        .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
}

func timed<Value>(_ name: String, _ body: () throws -> Value) rethrows -> Value {
    func user() -> Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
    }
    let before = user()
    let value = try body()
    print("\(name): user \(((user() - before) * 1000).rounded() / 1000) s")
    return value
}

var generator = SeededGenerator(seed: UInt64(number(text(1) == "points" ? 3 : 4)))
do {
    switch text(1) {
    case "matrix":
        var out = "region" + (0..<number(3)).map { ",i\($0)" }.joined() + "\n"
        for region in 0..<number(2) {
            let strength = 0.1 + generator.nextFraction()
            out += "r\(region)"
            for industry in 0..<number(3) {
                let ease = 0.1 + Double((industry * 7919) % number(3)) / Double(number(3))
                let has = generator.nextFraction() < 0.6 * strength * ease + 0.05
                let size = has ? (1 / (0.001 + generator.nextFraction())).rounded() : 0
                out += ",\(size)"
            }
            out += "\n"
        }
        try out.write(toFile: text(5), atomically: true, encoding: .utf8)
    case "complexity":
        let cells = try rows(text(2)).map { $0.dropFirst().map { Double($0) ?? .nan } }
        let table = try IndustryTable(cells)
        let quotients = try timed("location quotients") { try LocationQuotient.run(on: table) }
        let advantage = Advantage(quotients)
        let complexity = timed("ECI and PCI") { EconomicComplexity.run(on: advantage) }
        let related = timed("relatedness density") {
            Relatedness.run(on: advantage, .init(includesSelf: true))
        }
        let fitness = timed("fitness") { Fitness.run(on: advantage) }
        _ = try timed("Krugman and Gini") {
            (try Krugman.run(on: table), LocationalGini.run(on: table))
        }
        print("fitness settled: \(fitness.isSettled) in \(fitness.steps) steps")
        let sums = [
            complexity.eci.compactMap(\.value).map(\.magnitude).reduce(0, +),
            related.density.joined().compactMap(\.value).reduce(0, +),
        ]
        print("sum of |ECI|, sum of densities: \(sums)")
    case "points":
        var out = "x,y,value\n"
        for _ in 0..<number(2) {
            let (x, y) = (generator.nextFraction(), generator.nextFraction())
            out += "\(x),\(y),\(x + y + generator.nextFraction())\n"
        }
        try out.write(toFile: text(4), atomically: true, encoding: .utf8)
    case "moran":
        let places = try rows(text(2)).map { $0.map { Double($0) ?? .nan } }
        let weights = try timed("neighbours") {
            try SpatialWeights.nearest(number(3), points: places.map { [$0[0], $0[1]] })
        }
        let found = try timed("global and local I with permutations") {
            try Moran.run(
                on: places.map { Bounded($0[2]) }, weights: weights, .init(permutations: number(4)))
        }
        print("I: \(found.index.value ?? .nan), p: \(found.permuted?.p ?? .nan)")
    default:
        print("usage: indicators-benchmark matrix | complexity | points | moran")
        exit(64)
    }
} catch {
    print(error)
    exit(1)
}
