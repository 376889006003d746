import Ecosystem

extension EcosystemModel {
    /// Corrections that name any of these records, in the order of the table.
    func corrections(concerning ids: some Sequence<String>) -> [Record] {
        var found: [Record] = []
        for id in Set(ids) { found += records(of: .correction, where: "concerns", is: id) }
        var seen: Set<RecordReference> = []
        return found.sorted { $0.reference < $1.reference }.filter { seen.insert($0.reference).inserted }
    }
}
