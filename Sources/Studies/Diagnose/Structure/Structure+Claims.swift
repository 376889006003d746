import Ecosystem
import Kernels

extension Structure {
    /// What comes of the claims of a package about the three industries.
    struct Claims {
        var findings: [Result.Finding] = []
        var held: [ClaimID] = []
        var unchecked: [ClaimID] = []
    }

    /// Holds every claim about the three industries against the series.
    static func claims(_ reader: StructureReader) -> Claims {
        var claims = Claims()
        for claim in reader.model.all(Claim.self) {
            guard let indicator = claim.indicator,
                let industry = Industry.allCases.first(where: {
                    $0.share.text == indicator || $0.valueAdded.text == indicator
                }), let entity = claim.entity, let course = claim.course
            else { continue }
            let points = points(of: claim, entity, indicator, reader)
            switch outcome(of: claim, course, points, reader) {
            case .holds: claims.held.append(claim.id)
            case .unchecked: claims.unchecked.append(claim.id)
            case .contradicted(let years):
                let known = Dictionary(points.map { ($0.year, $0) }, uniquingKeysWith: { one, _ in one })
                let worst = years.first.flatMap { known[$0] }
                claims.findings.append(
                    Result.Finding(
                        kind: .claimContradicted, region: RegionID(entity), year: years.first,
                        industry: industry.rawValue, claim: claim.id, value: worst?.value.value,
                        low: worst?.value.low, high: worst?.value.high,
                        text: contradiction(claim, years, points, reader.model),
                        paragraphs: claim.record.list("sources")))
            case .inPoints(let inPoints, let relative):
                let (said, text) = (claim.record.text("value") ?? "", claim.record.phrase("description"))
                let sentence = text ?? claim.record.kind.label
                claims.findings.append(
                    Result.Finding(
                        kind: .claimInPoints, region: RegionID(entity), year: points.last?.year,
                        industry: industry.rawValue, claim: claim.id, value: inPoints, low: nil, high: nil,
                        text: Localized(
                            "“\(sentence.en)”: the tables give \(rounded(inPoints)) percentage points; as a relative gap it would be "
                                + "\(rounded(relative)) %, not \(said) %.",
                            "“\(sentence.zh)”：按表为 \(rounded(inPoints)) 个百分点；若按相对差距则为 \(rounded(relative))%，而非 \(said)%。"
                        ),
                        paragraphs: claim.record.list("sources")))
            }
        }
        return claims
    }

    private static func points(
        of claim: Claim, _ entity: String, _ indicator: String, _ reader: StructureReader
    ) -> [StructureSeries.Point] {
        guard let series = reader.series(of: entity, indicator) else { return [] }
        let period = Period(reading: claim.record.text("period") ?? "")
        let first = period.firstDay.map { $0 / 10000 } ?? .min
        let last = period.lastYear ?? .max
        return series.years.filter { $0 >= first && $0 <= last }.compactMap { series[$0] }
    }

    private static func outcome(
        of claim: Claim, _ course: Claim.Course, _ points: [StructureSeries.Point], _ reader: StructureReader
    ) -> ClaimCheck.Outcome {
        guard course == .behind else { return ClaimCheck.course(course, points) }
        guard let point = points.last, let size = claim.value, let indicator = claim.indicator,
            let other = claim.than.flatMap({ reader.series(of: $0, indicator) })?[point.year]
        else { return .unchecked }
        return ClaimCheck.behind(size, of: point, than: other)
    }

    private static func contradiction(
        _ claim: Claim, _ years: [Int], _ points: [StructureSeries.Point], _ model: EcosystemModel
    ) -> Localized {
        let sentence = claim.record.phrase("description") ?? claim.record.kind.label
        let numbers = points.map { point in
            "\(point.year): \(rounded(point.value.value))" + (point.isDerived ? "*" : "")
        }.joined(separator: ", ")
        let isDerived = points.contains { $0.isDerived }
        let list = years.map(String.init)
        return Localized(
            "“\(sentence.en)” is contradicted by \(list.joined(separator: " and ")): \(numbers)"
                + (isDerived ? " (* derived)." : "."),
            "“\(sentence.zh)”与 \(list.joined(separator: "、")) 年的数字矛盾：\(numbers)"
                + (isDerived ? "（* 推算）。" : "。"))
    }
}
