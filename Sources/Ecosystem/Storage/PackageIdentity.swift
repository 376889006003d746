/// What a data package says about itself.
public struct PackageIdentity: Sendable, Hashable, Codable {
    /// The package's name, used in addresses: lower case letters, digits and hyphens.
    public var id: String
    /// Its title.
    public var title: Localized
    /// Its version.
    public var version: String
    /// The licence's short name, such as `CC-BY-4.0`.
    public var licence: String?
    /// The region that the package is about.
    public var homeRegion: RegionID?
    /// The places that are compared and keep a colour, in order.
    public var places: [RegionID]
    /// Indicators that the home page opens with.
    public var headline: [IndicatorID]
    /// The product whose local content is asked first.
    public var focusProduct: ProductID?
    /// Whether everything in it is made up.
    public var isSynthetic: Bool

    /// An identity.
    public init(
        id: String, title: Localized, version: String = "0", licence: String? = nil,
        homeRegion: RegionID? = nil,
        places: [RegionID] = [], headline: [IndicatorID] = [], focusProduct: ProductID? = nil,
        isSynthetic: Bool = false
    ) {
        self.id = id
        self.title = title
        self.version = version
        self.licence = licence
        self.homeRegion = homeRegion
        self.places = places
        self.headline = headline
        self.focusProduct = focusProduct
        self.isSynthetic = isSynthetic
    }
}
