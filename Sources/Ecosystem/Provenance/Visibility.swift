/// A mark on a record that says who may see it; judged in one place, by the exchange's policy.
///
/// Order: narrowest first, so that the stricter of two marks is their minimum.
public enum Visibility: String, CaseIterable, Sendable, Codable, Hashable, Comparable {
    /// Its owner only.
    case `private`
    /// The parties to it.
    case parties
    /// Invited organizations or groups.
    case invited
    /// Participants of a programme.
    case programme
    /// Every member.
    case members
    /// Named coordination offices.
    case offices
    /// Everybody.
    case `public`

    private var rank: Int { Visibility.allCases.firstIndex(of: self) ?? 0 }

    /// Narrower comes first.
    public static func < (left: Visibility, right: Visibility) -> Bool { left.rank < right.rank }
}
