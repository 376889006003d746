public import Ecosystem

extension Disrupt {
    /// One firm on the way of a loss, in words: by its name; a made-up one by its segment and place, a source abroad by what
    /// it brings.
    ///
    /// - Parameters:
    ///   - firm: its id in the network.
    ///   - isMadeUp: whether the network is made up or estimated.
    public static func words(
        firm: String, sector: String?, region: String?, isMadeUp: Bool, in model: EcosystemModel
    ) -> Localized {
        if firm.hasPrefix(DisruptImports.prefix) {
            let name = model.name(of: String(firm.dropFirst(DisruptImports.prefix.count)))
            return Localized("\(name.en) from abroad", "境外\(name.zh)")
        }
        guard isMadeUp, !firm.hasPrefix("["), let sector else { return model.name(of: firm) }
        let made = model.name(of: sector)
        guard let region else { return made }
        let place = model.name(of: region)
        return Localized("\(made.en), \(place.en)", "\(place.zh)\(made.zh)")
    }

    /// Something that stops, as it was asked for, in words: the record's name for its id.
    static func words(what: String, in model: EcosystemModel) -> Localized {
        var id = what
        for prefix in ["firm:", "sector:", "region:", "way:"] where id.hasPrefix(prefix) {
            id = String(id.dropFirst(prefix.count))
        }
        return words(firm: id, sector: nil, region: nil, isMadeUp: false, in: model)
    }
}
