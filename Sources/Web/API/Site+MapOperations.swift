import DataPackages
import Ecosystem
import HTTPTypes
import Reporting

extension Site {
    /// Operations that give what maps show.
    var mapOperations: [Endpoint] {
        [
            .api(
                "\(Site.packageRoot)/map.geojson", "getMap",
                "Regions, sites and parks with a point, as GeoJSON (RFC 7946, WGS-84); parks stand at the point of their region.",
                inputs: [packageInput],
                responses: [
                    .init(
                        status: 200, summary: "A feature collection.",
                        contents: [("application/geo+json", "FeatureCollection")])
                ]
            ) { call in
                let package = try self.package(call)
                return .download(
                    try PackageExport.bytes(package.model, as: .geojson), mediaType: "application/geo+json",
                    name: "\(package.id).geojson")
            }
        ]
    }
}
