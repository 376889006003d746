import Ecosystem

extension ScanContext {
    /// Compares every point with the point of its region, and every region's code with that of the region above.
    func checkPlaces() {
        var above: [Int32: Int32] = [:]
        for link in links where kinds[Int(link.table)] == .region && link.parent >= 0 && isParent(link) {
            above[link.child] = link.parent
        }
        for place in places {
            guard let point = GeoPoint(longitude: place.longitude, latitude: place.latitude),
                let centre = centre(from: place.region, above),
                let finding = options.reach.finding(point, from: centre.point, scale: centre.scale)
            else { continue }
            var suggestion: String?
            var message = finding.message
            if let other = GeoPoint(longitude: place.latitude, latitude: place.longitude),
                options.reach.finding(other, from: centre.point, scale: centre.scale) == nil
            {
                let pair = "\(NumberText.short(place.latitude)), \(NumberText.short(place.longitude))"
                suggestion = pair
                message = Localized(
                    "longitude and latitude have changed places; \(pair) lies in the region",
                    "经纬度填反；\(pair) 在该地区内")
            }
            report(
                suggestion == nil ? .warning : .error, table: Int(place.table), row: Int(place.row),
                position: Int(place.position), message,
                value: "\(NumberText.short(place.longitude)), \(NumberText.short(place.latitude))",
                suggestion: suggestion, recordID: id(place.record))
        }
        checkCodes(above)
    }

    private func isParent(_ link: Link) -> Bool {
        let fields = EcosystemSchema.schema(of: .region).fields
        return Int(link.field) < fields.count && fields[Int(link.field)].name == "parent_id"
    }

    /// The point and scale of the nearest region at or above `region` that has a point; at most eight levels up.
    private func centre(
        from region: Int32?, _ above: [Int32: Int32]
    ) -> (point: GeoPoint, scale: RegionReach.Scale)? {
        var region = region
        for _ in 0..<8 {
            guard let current = region else { return nil }
            if let found = regionPoints[current] { return found }
            region = above[current]
        }
        return nil
    }

    private func checkCodes(_ above: [Int32: Int32]) {
        var codes: [Int32: AdministrativeCode] = [:]
        var holders: [AdministrativeCode: (row: UInt32, record: Int32)] = [:]
        for entry in regionCodes { codes[entry.record] = codes[entry.record] ?? entry.code }
        for entry in regionCodes {
            if let first = holders[entry.code] {
                report(
                    .warning, table: Int(entry.table), row: Int(entry.row), position: Int(entry.position),
                    Localized(
                        "row \(first.row) has the same GB/T 2260 code; are both the same division?",
                        "与第 \(first.row) 行的行政区划代码相同；是否为同一区划？"),
                    value: entry.code.text, recordID: id(entry.record))
            } else {
                holders[entry.code] = (entry.row, entry.record)
            }
            var region = above[entry.record]
            for _ in 0..<8 {
                guard let current = region else { break }
                guard let code = codes[current] else {
                    region = above[current]
                    continue
                }
                if code != entry.code, !code.contains(entry.code) {
                    report(
                        .warning, table: Int(entry.table), row: Int(entry.row), position: Int(entry.position),
                        Localized(
                            "the code \(entry.code.text) does not lie within \(code.text), the code of “\(id(current) ?? "")” above it",
                            "代码 \(entry.code.text) 不属于上级“\(id(current) ?? "")”的代码 \(code.text)"),
                        value: entry.code.text, expected: code.text, recordID: id(entry.record))
                }
                break
            }
        }
    }
}
