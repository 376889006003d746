/// A longitude and a latitude read from two texts: the point, or why there is none.
public struct GeoPointReading: Sendable, Hashable {
    /// What is wrong with a pair of coordinates.
    public enum Problem: String, Sendable, Hashable, Codable {
        /// One of the two is missing.
        case incomplete
        /// A text is no number.
        case notANumber
        /// A number lies outside the globe.
        case outsideGlobe
        /// Longitude and latitude have changed places.
        case swapped
    }

    /// The field that is to blame.
    public enum Field: String, Sendable, Hashable, Codable {
        /// Degrees east.
        case longitude
        /// Degrees north.
        case latitude
    }

    /// The point in WGS-84; `nil` where there is a problem or both texts are empty.
    public let point: GeoPoint?
    /// What is wrong.
    public let problem: Problem?
    /// The field that is to blame.
    public let field: Field?
    /// What happened and what to do.
    public let message: Localized?

    /// Reads two decimal texts, folded to half-width, and converts them to WGS-84.
    ///
    /// Two empty texts are no point and no problem.
    public init(longitude: String, latitude: String, reference: CoordinateReference = .wgs84) {
        let texts = (IdentifierText(longitude), IdentifierText(latitude))
        if texts.0.isEmpty && !texts.0.isTooLong && texts.1.isEmpty && !texts.1.isTooLong {
            self.init(found: nil)
            return
        }
        let numbers = (Self.number(texts.0), Self.number(texts.1))
        guard let east = numbers.0, let north = numbers.1 else {
            let blamed: Field = numbers.0 == nil ? .longitude : .latitude
            let text = blamed == .longitude ? texts.0 : texts.1
            self.init(
                text.isEmpty && !text.isTooLong ? .incomplete : .notANumber, blamed,
                value: blamed == .longitude ? longitude : latitude)
            return
        }
        if let found = GeoPoint(longitude: east, latitude: north) {
            self.init(found: reference.toWGS84(found))
        } else if GeoPoint(longitude: north, latitude: east) != nil {
            self.init(.swapped, .latitude, value: "\(longitude), \(latitude)")
        } else {
            self.init(
                .outsideGlobe, east.magnitude <= 180 ? .latitude : .longitude,
                value: east.magnitude <= 180 ? latitude : longitude)
        }
    }

    private init(found point: GeoPoint?) {
        self.point = point
        problem = nil
        field = nil
        message = nil
    }

    private init(_ problem: Problem, _ field: Field, value: String) {
        let shown = String(value.prefix(40))
        let name = field == .longitude ? Localized("longitude", "经度") : Localized("latitude", "纬度")
        point = nil
        self.problem = problem
        self.field = field
        message =
            switch problem {
            case .incomplete:
                Localized(
                    "The \(name.en) is missing; give both coordinates or none.", "缺少\(name.zh)；请同时填写经纬度或都留空。")
            case .notANumber:
                Localized(
                    "The \(name.en) “\(shown)” is no number; give decimal degrees.",
                    "\(name.zh)“\(shown)”不是数字；请填十进制度数。")
            case .outsideGlobe:
                Localized(
                    "The \(name.en) “\(shown)” is outside \(field == .longitude ? "-180 to 180" : "-90 to 90").",
                    "\(name.zh)“\(shown)”超出 \(field == .longitude ? "-180 至 180" : "-90 至 90")。")
            case .swapped:
                Localized(
                    "The pair \(shown) is no longitude and latitude; it is one the other way round. Exchange them.",
                    "\(shown) 不是经度、纬度，对调后才是。请交换两列。")
            }
    }

    private static func number(_ text: IdentifierText) -> Double? {
        let isPlain = text.scalars.allSatisfy {
            IdentifierText.isDigit($0) || $0 == "." || $0 == "-" || $0 == "+" || $0 == "E"
        }
        guard isPlain, let value = Double(text.text), value.isFinite else { return nil }
        return value
    }
}
