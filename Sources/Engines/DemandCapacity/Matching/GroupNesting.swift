import Ecosystem

/// Which capacity groups lie below which.
struct GroupNesting {
    /// Groups by plain id.
    private(set) var groups: [String: CapacityGroup] = [:]
    /// Groups that are given twice, missing, or below themselves.
    private(set) var findings: [PayloadFinding] = []

    init(_ given: [CapacityGroup]) {
        for group in given {
            let id = PayloadCheck.plainID(group.id)
            if groups[id] == nil {
                groups[id] = group
            } else {
                findings.append(
                    PayloadFinding(
                        .error, object: group.id, path: "capacityGroupId",
                        Localized("this group is given twice; the first one is used", "该产能组重复；采用前者")))
            }
        }
    }

    /// The active groups below a group, each once, in the order in which they are reached. A group that comes back to
    /// one above it is not followed further and is reported. An inactive group and what only it leads to count nowhere.
    mutating func below(_ group: CapacityGroup) -> [CapacityGroup] {
        var reached: [CapacityGroup] = []
        var seen: Set<String> = [PayloadCheck.plainID(group.id)]
        // Each entry is a link still to be followed, with the groups above it.
        var open = group.linkedGroups.reversed().map { ($0, [PayloadCheck.plainID(group.id)]) }
        while let (link, above) = open.popLast() {
            let id = PayloadCheck.plainID(link)
            if above.contains(id) {
                report(
                    group, "the group \(link) lies below itself; it is counted once, break the circle",
                    "产能组 \(link) 经嵌套回到自身；只计一次，请解除循环", .error)
                continue
            }
            guard let next = groups[id] else {
                report(
                    group, "the group \(link) is not there; its demand is not counted",
                    "未收到产能组 \(link)；其需求未计入", .warning)
                continue
            }
            guard !next.isInactive, seen.insert(id).inserted else { continue }
            reached.append(next)
            open += next.linkedGroups.reversed().map { ($0, above + [id]) }
        }
        let links = (group.linkedSeries + reached.flatMap(\.linkedSeries)).map { link in
            [link.material, link.customerLocation, link.category]
        }
        if Set(links).count < links.count, !reached.isEmpty {
            report(
                group, "a series is linked by several of the nested groups; each link counts",
                "同一序列由多个嵌套产能组关联；每处均计入", .warning)
        }
        return reached
    }

    private mutating func report(
        _ group: CapacityGroup, _ en: String, _ zh: String, _ severity: PayloadFinding.Severity
    ) {
        findings.append(
            PayloadFinding(severity, object: group.id, path: "linkedCapacityGroups", Localized(en, zh)))
    }
}
