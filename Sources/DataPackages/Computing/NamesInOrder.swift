/// A few different names in the order in which they were first seen; names of equal letters are one, whatever their bytes.
struct NamesInOrder {
    private(set) var names: [String] = []
    private var places: [String: Int32] = [:]

    /// The place of a name, which is added where it is new.
    mutating func place(of name: String) -> Int32 {
        let place = places[name] ?? Int32(clamping: names.count)
        if places.updateValue(place, forKey: name) == nil { names.append(name) }
        return place
    }
}
