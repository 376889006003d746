import Ecosystem

/// What a model holds about the segments of one region, read once so that each segment is judged quickly.
struct ChainSurvey {
    private struct Work {
        let activity: Activity
        let organization: OrganizationID
        let presence: OrganizationIndex.Presence?
        let isPlanned: Bool
    }

    private let tree: SegmentTree
    private let options: CoverageOptions
    private let index: OrganizationIndex
    private let scope: RegionScope
    private let isHome: Bool
    private var work: [SegmentID: [Work]] = [:]
    private var assessments: [SegmentID: [Assessment]] = [:]
    private var needs: [String: Indicator] = [:]
    private var shares: [String: Indicator] = [:]

    init(_ model: EcosystemModel, region: RegionID?, tree: SegmentTree, options: CoverageOptions) {
        self.tree = tree
        self.options = options
        index = OrganizationIndex(model)
        scope = RegionScope(region, in: model)
        isHome = region == nil || model.identity.homeRegion.map { $0 == region } ?? true
        for activity in model.all(Activity.self) where activity.role != "user" {
            guard let segment = activity.segment, let organization = activity.organization else { continue }
            let presence = index.presence(of: organization, in: scope)
            let isPlanned =
                !activity.record.isActual
                ? presence != nil || index.isPlanned(organization, in: scope)
                : index.isPlanned(organization, in: scope)
            work[segment, default: []].append(
                Work(activity: activity, organization: organization, presence: presence, isPlanned: isPlanned)
            )
        }
        for assessment in model.all(Assessment.self) where assessment.record.isActual {
            if let segment = assessment.segment { assessments[segment, default: []].append(assessment) }
        }
        for need in model.all(Indicator.self, where: "indicator_id", is: options.needIndicator.text) {
            needs[need.entity] = need
        }
        for share in model.all(Indicator.self, where: "indicator_id", is: options.surveyIndicator.text) {
            shares[share.entity] = share
        }
    }

    func judged(_ segment: Segment, depth: Int) -> SegmentCoverage {
        let all = tree.below(segment.id).sorted().flatMap { work[$0] ?? [] }
        let inside = all.filter { $0.presence != nil && $0.activity.record.isActual }
        let organizations = Set(inside.map(\.organization))
        let planned = Set(all.filter(\.isPlanned).map(\.organization)).subtracting(organizations)
        let elsewhere = Set(all.map(\.organization)).subtracting(organizations).subtracting(planned)
        let independent = Set(organizations.map(index.group)).count
        let measured = quantities(of: segment.id, inside)
        let said = verdict(on: segment.id)

        let grade: CoverageClass
        let rule: CoverageRule
        let reasons: [CoverageReason]
        let origin: Origin
        if let measured {
            (grade, reasons) = measured.quantities.judged(options)
            rule = .quantity
            origin = measured.origin
        } else if let said {
            (grade, reasons, origin) = (said.grade, [said.reason], said.origin)
            rule = .assessment
        } else {
            let isEnough = independent >= options.independentNeeded
            (grade, reasons) = isEnough ? (.adequate, [.enoughNamed]) : (.unknown, [.tooFewNamed])
            rule = .count
            let rests = inside.isEmpty ? [(segment.record, segment.record.basis)] : restsOn(inside)
            origin = Origin.resting(on: rests, atBest: .counted)
        }
        let used = rule == .assessment ? said?.used.map(\.id) ?? [] : []
        let related = (assessments[segment.id] ?? []).filter { concerns($0) && !used.contains($0.id) }
        return SegmentCoverage(
            id: segment.id, parent: segment.parent, stage: segment.stage, depth: depth, grade: grade,
            rule: rule,
            reasons: reasons, quantities: measured?.quantities, unit: measured?.unit,
            organizations: organizations.sorted(), independent: independent, planned: planned.sorted(),
            elsewhere: elsewhere.count, assessments: used, otherAssessments: related.map(\.id),
            unusable: measured?.unusable ?? [], origin: origin)
    }

    private func restsOn(_ work: [Work]) -> [(record: Record, basis: Basis)] {
        work.flatMap { work in
            [(work.activity.record, work.activity.record.basis)]
                + (work.presence.map { [($0.record, $0.basis)] } ?? [])
        }
    }

    /// Quantities of a segment, where a weekly need is stated for the region.
    private func quantities(of segment: SegmentID, _ inside: [Work])
        -> (quantities: SegmentQuantities, unit: String?, unusable: [ActivityID], origin: Origin)?
    {
        guard isHome, let need = needs[segment.text], let needed = need.value, needed > 0 else { return nil }
        let unit = need.unit
        var bySupplier: [OrganizationID: Double] = [:]
        var known: Set<OrganizationID> = []
        var unusable: [ActivityID] = []
        var rests = [(record: need.record, basis: need.record.basis)]
        for work in inside {
            guard let capacity = work.activity.capacity else { continue }
            let basis = work.activity.record.basis
            let own = work.activity.record.text("capacity_unit")
            guard !options.unverified.contains(basis), ChainSurvey.isSameUnit(own, unit) else {
                unusable.append(work.activity.id)
                continue
            }
            known.insert(work.organization)
            bySupplier[index.group(of: work.organization), default: 0] += capacity
            rests += restsOn([work])
        }
        let organizations = Set(inside.map(\.organization))
        var share = organizations.isEmpty ? nil : Double(known.count) / Double(organizations.count)
        if let stated = shares[segment.text], let value = stated.value {
            share = ChainSurvey.isPercent(stated.unit) ? value / 100 : value
            rests.append((stated.record, stated.record.basis))
        }
        let quantities = SegmentQuantities(
            need: needed, capacities: bySupplier.sorted { $0.key < $1.key }.map(\.value), surveyedShare: share
        )
        return (quantities, unit, unusable.sorted(), Origin.resting(on: rests, atBest: .derived))
    }

    /// What documents say of a segment in the region; what is said of the region itself goes before what is said of
    /// its parts, and of statements that contradict each other the worse one holds.
    private func verdict(on segment: SegmentID)
        -> (grade: CoverageClass, reason: CoverageReason, used: [Assessment], origin: Origin)?
    {
        let all = (assessments[segment] ?? []).compactMap { assessment in
            assessment.strength.flatMap(CoverageClass.init(rawValue:)).map { (assessment, $0) }
        }
        let own = all.filter { $0.0.region == scope.root }
        for grade in [CoverageClass.missing, .weak, .strong] {
            let used = own.filter { $0.1 == grade }.map(\.0)
            if !used.isEmpty {
                return (grade, .said, used, Origin.combined(used.map(\.origin), atBest: .stated))
            }
        }
        guard options.partsSpeakForWhole else { return nil }
        let parts = all.filter { $0.1 == .strong && scope.contains($0.0.region) }.map(\.0)
        if parts.isEmpty { return nil }
        return (.strong, .saidOfPart, parts, Origin.combined(parts.map(\.origin), atBest: .inferred))
    }

    /// Whether a statement is about the region, a part of it, or a larger region that holds it.
    private func concerns(_ assessment: Assessment) -> Bool {
        guard let region = assessment.region else { return false }
        if scope.contains(region) { return true }
        var seen: Set<RegionID> = []
        var current = scope.root.flatMap { assessment.record.model.find($0, as: Region.self)?.parent }
        while let next = current, seen.insert(next).inserted {
            if next == region { return true }
            current = assessment.record.model.find(next, as: Region.self)?.parent
        }
        return false
    }

    /// Whether two units are the same a week; "sets/week" and "sets" are, as capacities and needs are weekly.
    private static func isSameUnit(_ left: String?, _ right: String?) -> Bool {
        func plain(_ unit: String?) -> String {
            var text = (unit ?? "").lowercased()
            for ending in ["/week", " per week", " a week", "/周", "每周"] where text.hasSuffix(ending) {
                text.removeLast(ending.count)
            }
            return text
        }
        return plain(left) == plain(right)
    }

    private static func isPercent(_ unit: String?) -> Bool {
        guard let unit = unit?.lowercased() else { return false }
        return unit == "percent" || unit == "%" || unit == "per cent"
    }
}
