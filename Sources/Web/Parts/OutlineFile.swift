import Ecosystem
import Foundation
import Reporting

/// Reads an outline file: GeoJSON (RFC 7946) with a GB/T 2260 code for each division; `docs/formats/outlines.md`.
enum OutlineFile {
    /// Why a file is no outline.
    struct Problem: Error {
        /// What is wrong and what to do.
        var text: Localized
    }

    private struct Collection: Decodable {
        var type: String
        var origin: Words?
        var licence: Words?
        var approval: String?
        var features: [Feature]
    }

    /// A text in one language or both.
    private struct Words: Decodable {
        var text: Localized

        init(from decoder: any Decoder) throws {
            if let same = try? decoder.singleValueContainer().decode(String.self) {
                text = Localized(same: same)
            } else {
                let both = try decoder.singleValueContainer().decode([String: String].self)
                text = Localized(en: both["en"], zh: both["zh"]) ?? Localized(same: "")
            }
        }
    }

    private struct Feature: Decodable {
        struct Properties: Decodable {
            var gbt2260: String?
            var label: [Double]?
        }
        var properties: Properties
        var geometry: Geometry
    }

    private struct Geometry: Decodable {
        var rings: [[[Double]]]

        private enum Key: String, CodingKey { case type, coordinates }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            switch try container.decode(String.self, forKey: .type) {
            case "Polygon": rings = try container.decode([[[Double]]].self, forKey: .coordinates)
            case "MultiPolygon":
                rings = try container.decode([[[[Double]]]].self, forKey: .coordinates).flatMap { $0 }
            default: rings = []
            }
        }
    }

    private static let pointLimit = 200_000

    /// The outline in a file.
    static func read(_ bytes: [UInt8]) throws(Problem) -> MapOutline {
        let collection: Collection
        do {
            collection = try JSONDecoder().decode(Collection.self, from: Data(bytes))
        } catch {
            throw Problem(
                text: Localized(
                    "this is no GeoJSON feature collection of polygons with the property gbt2260 (\(error.place))",
                    "不是带有 gbt2260 属性的多边形 GeoJSON（\(error.place)）"))
        }
        var divisions: [MapOutline.Division] = []
        var count = 0
        for feature in collection.features {
            guard let code = feature.properties.gbt2260, !code.isEmpty else { continue }
            var rings: [[GeoPoint]] = []
            for ring in feature.geometry.rings where ring.count > 3 {
                var points: [GeoPoint] = []
                for pair in ring {
                    guard pair.count >= 2, let point = GeoPoint(longitude: pair[0], latitude: pair[1]) else {
                        throw Problem(
                            text: Localized(
                                "division \(code) has a point that is no longitude and latitude in degrees",
                                "\(code) 有一个点不是以度表示的经纬度"))
                    }
                    points.append(point)
                }
                count += points.count
                rings.append(points)
            }
            guard count <= pointLimit else {
                throw Problem(
                    text: Localized(
                        "more than \(pointLimit) points; simplify the outlines", "超过 \(pointLimit) 个点；请简化轮廓"))
            }
            let label = feature.properties.label.flatMap { pair in
                pair.count == 2 ? GeoPoint(longitude: pair[0], latitude: pair[1]) : nil
            }
            if !rings.isEmpty {
                divisions.append(MapOutline.Division(code: code, rings: rings, label: label))
            }
        }
        guard !divisions.isEmpty else {
            throw Problem(
                text: Localized(
                    "no polygon has the property gbt2260", "没有多边形带有 gbt2260 属性"))
        }
        return MapOutline(
            divisions: divisions, origin: collection.origin?.text, licence: collection.licence?.text,
            approval: collection.approval)
    }
}

extension Error {
    /// Where in a file something could not be read.
    fileprivate var place: String {
        guard let error = self as? DecodingError else { return "?" }
        let path: [any CodingKey] =
            switch error {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
                .dataCorrupted(let context):
                context.codingPath
            @unknown default: []
            }
        return path.isEmpty
            ? "top"
            : path.prefix(6).map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }
}
