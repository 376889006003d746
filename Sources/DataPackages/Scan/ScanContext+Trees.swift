import Ecosystem

extension ScanContext {
    /// Finds records that are above, before or after themselves; every member of a circle is reported.
    ///
    /// Iterative: each record is visited once, whatever the depth of the tree.
    func findCircles() {
        var groups: [Int: [Int]] = [:]
        for (index, link) in links.enumerated() where link.parent >= 0 {
            groups[Int(link.table) << 8 | Int(link.field), default: []].append(index)
        }
        for key in groups.keys.sorted() { findCircles(groups[key] ?? []) }
    }

    private func findCircles(_ group: [Int]) {
        var next: [Int32: Int] = [:]
        next.reserveCapacity(group.count)
        for index in group where next[links[index].child] == nil { next[links[index].child] = index }
        /// The walk on which a record was first met.
        var walks: [Int32: Int] = [:]
        walks.reserveCapacity(group.count)
        for (walk, start) in group.enumerated() {
            var record = links[start].child
            while let index = next[record], walks[record] == nil {
                walks[record] = walk
                record = links[index].parent
            }
            guard walks[record] == walk, next[record] != nil else { continue }
            report(circleThrough: record, next)
            // The circle is done; later walks that lead into it stop at its first record.
        }
    }

    private func report(circleThrough first: Int32, _ next: [Int32: Int]) {
        var members: [Int] = []
        var record = first
        while let index = next[record] {
            members.append(index)
            record = links[index].parent
            if record == first { break }
        }
        for (place, index) in members.enumerated() {
            let link = links[index]
            let path = (0..<min(members.count, 6)).compactMap {
                id(links[members[(place + $0) % members.count]].child)
            }
            let dots = members.count > 6 ? " → …" : ""
            let circle = (path + [path.first ?? ""]).joined(separator: " → ")
            let shown = members.count > 6 ? path.joined(separator: " → ") + dots : circle
            report(
                .error, table: Int(link.table), row: Int(link.row), position: Int(link.position),
                Localized(
                    "the record leads back to itself: \(shown); correct one of these rows",
                    "记录循环指向自身：\(shown)；请改正其中一行"),
                value: id(link.parent), recordID: id(link.child))
        }
    }
}
