/// Reads and writes the coordinates of the UN/LOCODE register: degrees and minutes, `3859N 11747E`.
public enum LocodeCoordinates {
    /// The point that a text gives, rounded by the register to whole minutes (about 1.9 km of latitude).
    ///
    /// - Returns: `nil` where the text does not have the form `DDMMN DDDMME` or lies outside the globe.
    public static func point(_ text: String) -> GeoPoint? {
        let parts = IdentifierText(text).scalars.split(separator: " ")
        guard parts.count == 2, let latitude = angle(parts[0], degrees: 2, positive: "N", negative: "S"),
            let longitude = angle(parts[1], degrees: 3, positive: "E", negative: "W")
        else { return nil }
        return GeoPoint(longitude: longitude, latitude: latitude)
    }

    /// The register's text for a point, rounded to whole minutes.
    public static func text(_ point: GeoPoint) -> String {
        part(point.latitude, degrees: 2, "N", "S") + " " + part(point.longitude, degrees: 3, "E", "W")
    }

    private static func angle(
        _ scalars: ArraySlice<Unicode.Scalar>, degrees: Int, positive: Unicode.Scalar,
        negative: Unicode.Scalar
    ) -> Double? {
        guard scalars.count == degrees + 3, let mark = scalars.last, mark == positive || mark == negative,
            scalars.dropLast().allSatisfy(IdentifierText.isDigit),
            let whole = Int(IdentifierText.string(scalars.prefix(degrees))),
            let minutes = Int(IdentifierText.string(scalars.dropFirst(degrees).prefix(2))), minutes < 60
        else { return nil }
        let value = Double(whole * 60 + minutes) / 60
        return mark == positive ? value : -value
    }

    private static func part(_ value: Double, degrees: Int, _ positive: String, _ negative: String) -> String
    {
        let minutes = Int((value.magnitude * 60).rounded())
        return padded(minutes / 60, degrees) + padded(minutes % 60, 2)
            + (value < 0 && minutes > 0 ? negative : positive)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
