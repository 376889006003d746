import Ecosystem

/// Where the members of a package's network are, and what they make.
struct MemberPlaces {
    private let model: EcosystemModel
    private let index: OrganizationIndex
    private let numbers: [String: Int]
    private let segments: [String: String]

    init(_ model: EcosystemModel, places: [RegionID]) {
        self.model = model
        index = OrganizationIndex(model)
        var numbers: [String: Int] = [:]
        for (number, place) in places.enumerated() where numbers[place.text] == nil {
            numbers[place.text] = number
        }
        self.numbers = numbers
        var segments: [String: String] = [:]
        for isPrimary in [true, false] {
            for activity in model.all(Activity.self) where activity.record.isActual {
                guard let organization = activity.organization?.text, let segment = activity.segment?.text,
                    (activity.rank == "primary") == isPrimary, segments[organization] == nil
                else {
                    continue
                }
                segments[organization] = segment
            }
        }
        self.segments = segments
    }

    /// The segment of a firm's first activity.
    func segment(of id: String) -> String? { segments[id] }

    /// The place in which all that is known of a member lies; `nil` where that is none, or several.
    func region(of id: String) -> Int? {
        guard let record = model.record(id: id) else { return nil }
        if record.kind == .region { return place(of: RegionID(id)) }
        guard record.kind == .organization else { return nil }
        let presences = index.presences(of: OrganizationID(id)).filter(\.isActual)
        // Sites tell where it works; the seat stands in where no site is on record.
        let sites = presences.filter { $0.site != nil }
        let found = Set((sites.isEmpty ? presences : sites).map { place(of: $0.region) })
        return found.count == 1 ? found.first ?? nil : nil
    }

    private func place(of region: RegionID?) -> Int? {
        var current = region
        var seen: Set<RegionID> = []
        while let id = current, seen.insert(id).inserted {
            if let number = numbers[id.text] { return number }
            current = model.find(id, as: Region.self)?.parent
        }
        return nil
    }
}
