import Ecosystem
import Indicators
import Kernels

extension Structure {
    /// Reads, derives, compares, and holds the documents against their numbers.
    public func result(on input: StudyInput) throws -> Result { result(of: reader(on: input)) }

    /// Reads once, for the result and the page.
    public func answer(on input: StudyInput) throws -> (result: Result, draft: ReportDraft) {
        let reader = reader(on: input)
        let result = result(of: reader)
        return (result, draft(of: result, reader, on: input))
    }

    func reader(on input: StudyInput) -> StructureReader {
        StructureReader(input.model, isByCell: input.parameters.text("rounding") == "cell")
    }

    private func result(of reader: StructureReader) -> Result {
        let years = reader.years.map { Structure.year($0, reader) }
        var findings = Structure.missingTables(reader)
        findings += Structure.outsideIntervals(reader)
        let claims = Structure.claims(reader)
        return Result(
            years: years, turns: Structure.turns(reader), findings: findings + claims.findings,
            heldClaims: claims.held, uncheckedClaims: claims.unchecked)
    }

    private static func year(_ year: Int, _ reader: StructureReader) -> Result.Year {
        var compositions: [(place: RegionID, composition: Composition)] = []
        let regions = reader.places.map { place in
            let shares = reader.shares(of: place, in: year)
            if let composition = shares.composition { compositions.append((place, composition)) }
            func share(_ industry: Industry) -> Double? {
                shares.parts[industry].map { $0.value.value / 100 }
            }
            return Result.RegionYear(
                region: place, primary: share(.primary), secondary: share(.secondary),
                tertiary: share(.tertiary),
                derived: Industry.allCases.filter { shares.parts[$0]?.isDerived == true }.map(\.rawValue),
                valueAdded: Industry.allCases.map {
                    reader.valueAdded(of: place, $0, in: year)?.value.value
                },
                product: reader.product(of: place, in: year).map {
                    Result.Range(value: $0.point, low: $0.low, high: $0.high)
                },
                hhi: shares.composition.map {
                    $0.parts.values.map { ($0 / 100) * ($0 / 100) }.compensatedSum
                })
        }
        var cosine: [Result.Pair] = []
        var krugman: [Result.Pair] = []
        var overlap: [Result.Pair] = []
        for (index, one) in compositions.enumerated() {
            for other in compositions.dropFirst(index + 1) {
                guard let alike = try? StructuralSimilarity.run(one.composition, other.composition) else {
                    continue
                }
                func pair(_ measured: Measured) -> Result.Pair? {
                    measured.bounded.map {
                        Result.Pair(a: one.place, b: other.place, value: $0.value, low: $0.low, high: $0.high)
                    }
                }
                if let found = pair(alike.cosine) { cosine.append(found) }
                if let found = pair(alike.krugman) { krugman.append(found) }
                if let found = pair(alike.fingerKreinin) { overlap.append(found) }
            }
        }
        return Result.Year(
            year: year, regions: regions, cosine: cosine, krugman: krugman, overlap: overlap)
    }

    private static func turns(_ reader: StructureReader) -> [Result.Turn] {
        reader.places.compactMap { place in
            let known = reader.years.compactMap { year in
                reader.shares(of: place, in: year).composition.map { (year, $0) }
            }
            guard let first = known.first, let last = known.last, first.0 != last.0,
                let angle = try? MooreAngle.run(from: first.1, to: last.1).degrees.bounded
            else { return nil }
            return Result.Turn(
                region: place, from: first.0, to: last.0, degrees: angle.value, low: angle.low,
                high: angle.high)
        }
    }

    /// Industries that are not printed while both others are: their table is missing.
    private static func missingTables(_ reader: StructureReader) -> [Result.Finding] {
        let printed = reader.printedShares.union(reader.printedAmounts)
        let missing = Industry.allCases.filter { !printed.contains($0) }
        guard missing.count == 1, let industry = missing.first else { return [] }
        let others = Industry.allCases.filter { $0 != industry }
        let said = reader.model.all(Claim.self).filter {
            $0.indicator == industry.share.text || $0.indicator == industry.valueAdded.text
        }
        let paragraphs = Set(said.flatMap { $0.record.list("sources") }).sorted()
        let count = said.count
        return [
            Result.Finding(
                kind: .tableMissing, region: nil, year: nil, industry: industry.rawValue, claim: nil,
                value: nil, low: nil, high: nil,
                text: Localized(
                    "No figure of the \(industry.label.en) is printed, while the \(others[0].label.en) and the \(others[1].label.en) "
                        + "have theirs" + (count > 0 ? "; the text makes \(count) statements about it" : "")
                        + ". Its table is missing; its shares are what the other two leave of 100 %.",
                    "未印\(industry.label.zh)的任何数字，而\(others[0].label.zh)与\(others[1].label.zh)均有数字"
                        + (count > 0 ? "；正文对它却有 \(count) 条表述" : "") + "。其表缺失；其占比由 100% 减去另两项得出。"),
                paragraphs: paragraphs)
        ]
    }

    /// Where the product from the best-known industry lies outside what all printed industries leave together.
    private static func outsideIntervals(_ reader: StructureReader) -> [Result.Finding] {
        reader.years.flatMap { year in
            reader.places.compactMap { place -> Result.Finding? in
                guard let product = reader.product(of: place, in: year) else { return nil }
                let name = reader.model.name(of: place.text)
                let isEmpty = product.low > product.high
                guard isEmpty || product.point < product.low || product.point > product.high else {
                    return nil
                }
                let (low, high) = (rounded(product.low), rounded(product.high))
                return Result.Finding(
                    kind: isEmpty ? .inconsistent : .outsideInterval, region: place, year: year,
                    industry: product.by.rawValue, claim: nil, value: product.point, low: product.low,
                    high: product.high,
                    text: isEmpty
                        ? Localized(
                            "\(name.en) \(year): no product fits the printed value added and shares of all industries.",
                            "\(name.zh) \(year) 年：没有任何地区生产总值能同时符合各产业所印的增加值与占比。")
                        : Localized(
                            "\(name.en) \(year): the product from the \(product.by.label.en) is \(rounded(product.point)), but all printed "
                                + "figures together leave \(low) to \(high). The printed share is rounded at its edge.",
                            "\(name.zh) \(year) 年：按\(product.by.label.zh)推算的地区生产总值为 \(rounded(product.point))，而各表合在一起只允许 "
                                + "\(low)–\(high)。所印占比处于舍入边缘。"),
                    paragraphs: product.origin.paragraphs)
            }
        }
    }

    static func rounded(_ value: Double) -> String {
        let tenths = (value * 10).rounded() / 10
        return tenths == tenths.rounded() && tenths.magnitude < 1e15 ? "\(Int(tenths))" : "\(tenths)"
    }
}
