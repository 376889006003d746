import Ecosystem

/// Records with a place as GeoJSON (RFC 7946): WGS-84, longitude first, no `crs` member.
enum GeoJSONExport {
    /// A feature collection of regions and sites with a point of their own, and of parks at the point of their region,
    /// which is marked.
    static func text(_ model: EcosystemModel) -> String {
        let head = JSONNode.object([
            ("name", .text(model.identity.id)), ("title", .text(model.identity.title.en)),
            ("title_zh", .text(model.identity.title.zh)), ("version", .text(model.identity.version)),
            ("license", model.identity.licence.map { .text($0) }), ("fingerprint", .text(model.fingerprint)),
        ])
        // The head's own braces are replaced by those of the collection.
        var out = "{\"type\":\"FeatureCollection\"," + head.text(isPretty: false).dropFirst().dropLast()
        out += ",\"features\":["
        var isFirst = true
        for kind in [RecordKind.region, .site, .park] {
            for record in model.records(of: kind) {
                guard let feature = feature(record) else { continue }
                out += isFirst ? "\n" : ",\n"
                isFirst = false
                out += feature.text(isPretty: false)
            }
        }
        return out + "\n]}\n"
    }

    private static func feature(_ record: Record) -> JSONNode? {
        var place = record
        var pointOf = "record"
        if record.kind == .park {
            guard let region = record.target("region_id") else { return nil }
            place = region
            pointOf = "region"
        }
        guard let east = place.number("lon"), let north = place.number("lat"),
            let point = GeoPoint(longitude: east, latitude: north)
        else { return nil }
        var properties: [(String, JSONNode?)] = [
            ("kind", .text(record.kind.rawValue)), ("point_of", .text(pointOf)),
        ]
        let schema = EcosystemSchema.schema(of: record.kind)
        for name in record.model.columns(of: record.kind) where name != "lon" && name != "lat" {
            guard let text = record.text(name) else { continue }
            let key = name == "kind" ? "type" : name.rawValue
            guard !properties.contains(where: { $0.0 == key }) else { continue }
            let isList = schema.field(name)?.type.isList ?? false
            properties.append((key, isList ? .texts(record.list(name)) : .text(text)))
        }
        if record.text("basis") == nil { properties.append(("basis", .text(record.origin.basis.rawValue))) }
        if pointOf == "region" {
            properties.append(("point_basis", place.text("point_basis").map { .text($0) }))
        }
        return .object([
            ("type", .text("Feature")), ("id", .text(record.id)),
            (
                "geometry",
                .object([
                    ("type", .text("Point")),
                    (
                        "coordinates",
                        JSONNode(
                            .array([
                                .init(.number(number(point.longitude))),
                                .init(.number(number(point.latitude))),
                            ]))
                    ),
                ])
            ),
            ("properties", .object(properties)),
        ])
    }

    private static func number(_ value: Double) -> String { NumberText.short(value) }
}
