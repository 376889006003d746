/// Everything that can be asked; a study is one file and one line here.
public enum StudyCatalogue {
    /// All studies, in the order of the navigation.
    public static let all: [any Study] = [
        Overview(),
        Roles(),
        Clusters(),
        Parks(),
        Innovation(),
        Timeline(),
        Chain(),
        Suppliers(),
        Candidates(),
        LocalContent(),
        Specialization(),
        Similarity(),
        Utilization(),
        Balance(),
        SmileCurve(),
        Takt(),
        Monitor(),
        InterIndustry(),
        Regionalize(),
        Rebalance(),
        Decomposition(),
        Network(),
        Structure(),
        Emerging(),
        Coordination(),
        Positioning(),
        Brief(),
        Overlap(),
        Reconstruct(),
        FirmRisk(),
        TimeToSurvive(),
        Disrupt(),
        Mitigate(),
    ]

    /// The study with this id.
    public static func study(_ id: String) -> (any Study)? { all.first { $0.id == id } }
}
