public import Ecosystem

extension EcosystemModel {
    /// Where a region stands on a map: its own point, or the middle of the points of its parts; `nil` where none has one.
    public func centre(ofRegion id: String) -> GeoPoint? {
        var inside = [id]
        var seen: Set<String> = [id]
        // Level by level: the first level of which a region has a point decides.
        while !inside.isEmpty {
            let points = inside.compactMap { id -> GeoPoint? in
                guard let record = record(id: id), let east = record.number("lon"),
                    let north = record.number("lat")
                else { return nil }
                return GeoPoint(longitude: east, latitude: north)
            }
            if !points.isEmpty {
                let count = Double(points.count)
                return GeoPoint(
                    longitude: points.reduce(0) { $0 + $1.longitude } / count,
                    latitude: points.reduce(0) { $0 + $1.latitude } / count)
            }
            inside = inside.flatMap { records(of: .region, where: "parent_id", is: $0) }.map(\.id)
                .filter { seen.insert($0).inserted }
        }
        return nil
    }
}
